import { LOCALES, type Locale, type Localized } from '@/domain/locale'
import { formatDate, formatLooseDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'

/** The name of the cohort, or the titles of the course or seminar; null if it no longer exists. */
export type Subject = { cohort: string } | { titles: Partial<Localized> } | null
type State = 'draft' | 'scheduled' | 'open' | 'closing' | 'closed' | 'withdrawn'
type Times = { state: State; late: boolean; opensOn: string | null; closesAt: Date | null }

/** What a survey is asked about, in the reader’s language or in another that it has. */
export function subjectName(subject: Subject, locale: Locale): string | null {
  if (subject === null) return null
  if ('cohort' in subject) return subject.cohort
  const language = [locale, ...LOCALES].find((one) => subject.titles[one])
  return language ? typeset(subject.titles[language] ?? '', language) : null
}

/** The state with its date: the opening day of a scheduled survey, the last day of any other. */
export function stateText({ state, late, opensOn, closesAt }: Times, locale: Locale, t: Translator): string {
  const until = closesAt && formatDate(new Date(closesAt.getTime() - 1), locale)
  return t(`surveys.states.${late ? 'late' : state}`, {
    date: state === 'scheduled' && opensOn ? formatLooseDate(opensOn, locale) : (until ?? ''),
  })
}
