import { ChevronDown } from 'lucide'
import { PRACTICE_KINDS } from '@/domain/case/practice-kind'
import type { Locale } from '@/domain/locale'
import { type FileFilter, filterFiles } from '@/domain/practice/filter-files'
import { PRACTICE_STATES, type PracticeFile } from '@/domain/practice/practice-file'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'
import { type Chip, Chips } from '../../ui/chips'
import { Icon } from '../../ui/icon'
import { listAddress } from '../../ui/list-address'

type Props = {
  files: readonly PracticeFile[]
  filter: FileFilter
  signedIn: boolean
  locale: Locale
  t: Translator
}

/** The kinds in one row; course and state in a fold, which stands open while one of them narrows the list. */
export function FileFilters({ files, filter, signedIn, locale, t }: Props) {
  const chip = (label: string, change: { [K in keyof FileFilter]?: FileFilter[K] | undefined }): Chip => {
    const next = Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value)) as FileFilter
    const current = Object.entries(change).every(([name, value]) => filter[name as keyof FileFilter] === value)
    return { href: practiceAddress(locale, next), label, count: filterFiles(files, next).length, current }
  }
  return (
    <div className="stack-s">
      <Chips
        label={t('casework.hub.by')}
        chips={[
          chip(t('casework.hub.all'), { kind: undefined }),
          ...PRACTICE_KINDS.map((kind) => chip(t(`casework.hub.kind.${kind}`), { kind })),
        ]}
      />
      <details className="hub-filters" open={Boolean(filter.course || filter.state)}>
        <summary>
          {t(signedIn ? 'casework.hub.more' : 'casework.hub.moreSignedOut')}
          <Icon node={ChevronDown} />
        </summary>
        <div className="stack-s">
          <Chips
            label={t('casework.hub.byCourse')}
            chips={[
              chip(t('casework.hub.allCourses'), { course: undefined }),
              ...coursesOf(files).map(({ id, title }) => chip(typeset(title[locale], locale), { course: id })),
            ]}
          />
          {signedIn && (
            <Chips
              label={t('casework.hub.byState')}
              chips={[
                chip(t('casework.hub.allStates'), { state: undefined }),
                ...PRACTICE_STATES.map((state) => chip(t(`casework.hub.state.${state}`), { state })),
              ]}
            />
          )}
        </div>
      </details>
    </div>
  )
}

/** The address of the page with a filter. @param more further values, such as that the whole list is shown */
export function practiceAddress(
  locale: Locale,
  filter: FileFilter,
  more: Readonly<Record<string, string>> = {},
): string {
  return listAddress(href(locale, '/practice'), { ...filter, ...more })
}

/** The courses of the files, in the order of the list. */
export function coursesOf(files: readonly PracticeFile[]): NonNullable<PracticeFile['course']>[] {
  const courses = new Map(files.flatMap(({ course }) => (course ? [[course.id, course] as const] : [])))
  return [...courses.values()]
}
