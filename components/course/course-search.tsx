import { Search } from 'lucide'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

type Props = {
  /** Address of the course. */
  path: string
  t: Translator
}

/** The field that searches the lessons of one course. It is a plain GET form and needs no script. */
export function CourseSearch({ path, t }: Props) {
  return (
    <search className="no-print">
      <form action={`${path}/search`} className="course-search">
        <input
          type="search"
          name="q"
          dir="auto"
          aria-label={t('course.search.label')}
          data-key="s"
          // The column of a lesson is narrow: the label would be cut.
          placeholder={t('course.search.hint')}
        />
        <button type="submit" className="btn">
          <Icon node={Search} />
          <span className="sr">{t('library.search.button')}</span>
        </button>
      </form>
    </search>
  )
}
