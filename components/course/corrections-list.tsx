import { type Announced, differingSentences, touches } from '@/domain/course/announced'
import type { Change } from '@/domain/course/changes'
import type { Course } from '@/domain/course/course'
import { directionOf, LOCALES, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'

type Props = {
  course: Pick<Course, 'file' | 'lessons'>
  announced: readonly Announced[]
  /** The lesson on whose page the list is shown; null on a page of its own. */
  lesson: string | null
  locale: Locale
  t: Translator
}

/** What was corrected: what each passage said, and what it says now. */
export function CorrectionsList({ course, announced, lesson, locale, t }: Props) {
  return (
    <ul className="plain stack">
      {announced.map(({ releaseId, change }) => (
        <li
          key={`${releaseId} ${change.lesson} ${change.block} ${change.blockBefore} ${change.question}`}
          className="stack-s"
        >
          <Difference change={change} locale={locale} t={t} />
          <Passage change={change} course={course} lesson={lesson} locale={locale} t={t} />
        </li>
      ))}
    </ul>
  )
}

function Difference({ change, locale, t }: { change: Change; locale: Locale; t: Translator }) {
  const { question, before, after } = change
  if (question !== null && before && after && !LOCALES.some((each) => before[each] !== after[each])) {
    return <p>{t('corrections.answer', { question: typeset(after[locale], locale) })}</p>
  }
  // A correction may concern only other languages than the reader's: then the first of those is shown.
  const shown = touches(change, locale) ? locale : (LOCALES.find((each) => touches(change, each)) ?? locale)
  const words = differingSentences(before?.[shown] ?? '', after?.[shown] ?? '')
  const language = shown === locale ? {} : { lang: shown, dir: directionOf(shown) }
  return (
    <>
      {words.before !== '' && (
        <div>
          <p className="sm muted">{t('corrections.said')}</p>
          <p>
            <del {...language}>{typeset(words.before, shown)}</del>
          </p>
        </div>
      )}
      <div>
        <p className="sm muted">{t('corrections.says')}</p>
        <p>{words.after === '' ? t('corrections.removed') : <ins {...language}>{typeset(words.after, shown)}</ins>}</p>
      </div>
    </>
  )
}

function Passage({ change, course, lesson, locale, t }: { change: Change } & Omit<Props, 'announced'>) {
  const found = course.lessons.find(({ file }) => file.id === change.lesson)
  if (!found) return null
  const place = change.block === null ? '' : `#b${change.block}`
  if (lesson === found.file.id && place === '') return null
  return (
    <p className="sm">
      <a href={`${href(locale, `/courses/${course.file.id}/lessons/${found.file.id}`)}${place}`}>
        {lesson === null ? typeset(found.file.title[locale], locale) : t('corrections.passage')}
      </a>
    </p>
  )
}
