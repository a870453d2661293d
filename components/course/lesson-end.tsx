import { ChevronLeft, ChevronRight } from 'lucide'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

type Props = {
  /** The address of the lesson before this one. */
  previous: string | null
  /** The address to which the "done" form posts, and the label of its button. */
  done: { action: string; label: string }
  t: Translator
}

/** The links below a lesson: back, or done and on. They stay in view on a phone. */
export function LessonEnd({ previous, done, t }: Props) {
  return (
    <nav className="endnav no-print" aria-label={t('lesson.between')}>
      <div className={previous ? 'wrap' : 'wrap first'}>
        {previous && (
          <a className="btn prev" href={previous}>
            <Icon node={ChevronLeft} mirrored />
            <span>{t('lesson.previous')}</span>
          </a>
        )}
        <form method="post" action={done.action}>
          <button type="submit" className="btn primary">
            <span className="long">{done.label}</span>
            <span className="short">{t('lesson.doneShort')}</span>
            <Icon node={ChevronRight} mirrored />
          </button>
        </form>
      </div>
    </nav>
  )
}
