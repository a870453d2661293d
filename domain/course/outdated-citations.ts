import type { LawStore } from '../library/library'
import { type OutdatedCitation, outdatedCitations } from '../library/outdated-citation'
import { readCitation } from '../library/resolve-citation'
import type { Locale } from '../locale'
import { memoizePerObject } from '../memoize'
import type { QuestionKey } from '../question/question'
import { reviewedOn } from '../signoff/reviewed'
import { citedInProse, citedInQuestion } from './citation-uses'
import type { Course, Lesson } from './course'

type Cited = Pick<Lesson, 'bodies' | 'texts' | 'practice'>

// The texts of a release never change, so their citations are read once and cached.
const citedByQuestion = memoizePerObject(citedInQuestion)
const citedByLessonIn = (locale: Locale) =>
  memoizePerObject((lesson: Cited) => [...citedInProse(lesson, locale), ...lesson.practice.flatMap(citedByQuestion)])
const citedByLesson: Record<Locale, (lesson: Cited) => readonly string[]> = {
  ar: citedByLessonIn('ar'),
  fr: citedByLessonIn('fr'),
  en: citedByLessonIn('en'),
}

/**
 * The changes of the law that a lesson and its practice cite in one language, until a jurist has signed that language
 * again.
 *
 * @param lawDate the day (ISO) up to which its course read the law.
 * @param store the present library, not the one that the release stores.
 */
export function outdatedInLesson(
  lesson: Pick<Lesson, 'bodies' | 'texts' | 'practice' | 'signoff' | 'hashes'>,
  lawDate: string,
  store: LawStore,
  locale: Locale,
): OutdatedCitation[] {
  return outdatedCitations(
    citedByLesson[locale](lesson),
    store,
    { lawDate, signedOn: reviewedOn(lesson, 'legal', locale) },
    locale,
  )
}

/** The changes of a lesson that concern the provisions cited by one of its questions. */
export function outdatedInQuestion(question: QuestionKey, changes: readonly OutdatedCitation[]): OutdatedCitation[] {
  const cited = new Set(citedByQuestion(question).map((id) => readCitation(id)?.provision))
  return changes.filter(({ provision }) => cited.has(provision))
}

/** The changes of the law that an exam question cites, until a jurist has signed the bank in that language again. */
export function outdatedInExamQuestion(
  question: QuestionKey,
  { file, bankSignoff, bankHashes }: Pick<Course, 'file' | 'bankSignoff' | 'bankHashes'>,
  store: LawStore,
  locale: Locale,
): OutdatedCitation[] {
  const signedOn = bankHashes ? reviewedOn({ signoff: bankSignoff, hashes: bankHashes }, 'legal', locale) : null
  return outdatedCitations(citedByQuestion(question), store, { lawDate: file.lawDate, signedOn }, locale)
}
