import 'server-only'
import type { ErrorKind, ErrorOutcome } from '@/domain/error-report/error-report'
import type { Locale } from '@/domain/locale'
import { passagesOf } from '@/server/content/passages'
import { addAct } from './act'
import { daysAfter, type Release, type TableBatch } from './table-batch'

type Found = {
  accountId: string
  locale: Locale
  kind: ErrorKind
  text: string
  /** The number of the block, in the first lesson. */
  block: number
  daysAgo: number
  answered: { outcome: ErrorOutcome; answer: string; byId: string; daysAgo: number } | null
}

/** An error that a person reported in the first lesson of a course; nothing if there is no such passage. */
export function addErrorReport(batch: TableBatch, { id: releaseId, course }: Release, found: Found): void {
  const { tables, rng, now } = batch
  const { accountId, locale, kind, text, block, daysAgo, answered } = found
  const [lesson] = course.lessons
  const passage = lesson && passagesOf(course, lesson).find((each) => each.block === block)
  if (!passage) return
  const [courseId, lessonId, reportedAt] = [course.file.id, lesson.file.id, daysAfter(now, -daysAgo)]
  const id = rng.uuid(reportedAt)
  const answeredAt = answered && daysAfter(now, -answered.daysAgo)
  tables.ErrorReport.push({
    id,
    reportedAt,
    accountId,
    locale,
    place: 'lesson',
    path: `/courses/${courseId}/lessons/${lessonId}`,
    courseId,
    releaseId,
    lessonId,
    part: String(block),
    passageHash: passage.hash,
    passage: passage.words[locale],
    kind,
    text,
    outcome: answered?.outcome ?? null,
    answer: answered?.answer ?? null,
    answeredAt,
    answeredById: answered?.byId ?? null,
    sameAsId: null,
  })
  if (!answered || !answeredAt) return
  const details = { report: id, outcome: answered.outcome }
  addAct(batch, { act: 'error-answered', at: answeredAt, actorId: answered.byId, institutionId: null, details })
}
