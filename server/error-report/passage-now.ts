import 'server-only'
import { findPassage } from '@/domain/course/passage'
import { entryAt } from '@/domain/error-report/asked-place'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import { plainText } from '@/domain/text/markup'
import { contentHash } from '../content/content-hash'
import { library } from '../content/library'
import { passagesOf } from '../content/passages'
import { currentRelease, loadRelease } from '../content/releases'
import type { ErrorReportRow } from '../db/error-report/error-reports'
import { entryWords } from './entry-words'

/** The reported words, then and now. `state` is null for a report about a whole page, of which no words are stored. */
export type ThenAndNow = { state: 'same' | 'changed' | 'gone' | null; before: string | null; now: string | null }

type Now = Omit<ThenAndNow, 'before'>
const GONE: Now = { state: 'gone', now: null }

/**
 * Compares what was reported with what readers see now, in the language of the report. The key of a question is
 * compared too, and never shown.
 */
export async function thenAndNow(report: ErrorReportRow): Promise<ThenAndNow> {
  return { before: report.passage ?? (await examWords(report)), ...(await wordsNow(report)) }
}

async function wordsNow(report: ErrorReportRow): Promise<Now> {
  const { place, part, passageHash } = report
  if (part === null || passageHash === null) return { state: null, now: null }
  if (place === 'entry') return entryNow(report)
  return place === 'lesson' ? passageNow(report, Number(part), passageHash) : questionNow(report, part)
}

function entryNow({ path, locale, passageHash }: ErrorReportRow): Now {
  const entry = entryAt(path)
  if (!entry) return GONE
  const { shelf, id } = entry
  const now = entryWords(shelf, id, locale)
  if (now === null) return GONE
  return { state: reviewOf(library(), shelf, id).hashes[locale] === passageHash ? 'same' : 'changed', now }
}

async function passageNow({ courseId, lessonId, locale }: ErrorReportRow, block: number, hash: string): Promise<Now> {
  const release = await currentRelease(courseId ?? '')
  const lesson = release?.lessons.get(lessonId ?? '')
  if (!release || !lesson) return GONE
  const passages = passagesOf(release.course, lesson)
  const same = findPassage(passages, { block, hash })
  if (same) return { state: 'same', now: same.words[locale] }
  const there = passages.find((passage) => passage.block === block)
  return there ? { state: 'changed', now: there.words[locale] } : GONE
}

async function questionNow({ courseId, locale, passageHash }: ErrorReportRow, id: string): Promise<Now> {
  const release = await currentRelease(courseId ?? '')
  const second = release?.course.second?.find(({ question }) => question.id === id)?.question
  const question = release?.questions.get(id) ?? second
  if (!question) return GONE
  return { state: contentHash(question) === passageHash ? 'same' : 'changed', now: plainText(question.stem[locale]) }
}

/** The stem of a reported exam question, from the release of the attempt. */
async function examWords({ place, releaseId, part, locale }: ErrorReportRow): Promise<string | null> {
  if (place !== 'exam' || releaseId === null || part === null) return null
  return examStem(releaseId, part, locale)
}

async function examStem(releaseId: string, id: string, locale: Locale): Promise<string | null> {
  const question = (await loadRelease(releaseId)).questions.get(id)
  return question ? plainText(question.stem[locale]) : null
}
