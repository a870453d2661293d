import 'server-only'
import { type ErrorAnswer, isAnswered } from '@/domain/error-report/error-report'
import { AppError } from '@/domain/errors'
import { isLocale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Permit } from '../auth/permit'
import { recordActs } from '../db/audit/audit'
import { type Db, db } from '../db/client'
import {
  type ErrorReportRow,
  findErrorReport,
  findReporters,
  findSameReports,
  lockErrorReports,
  storeErrorAnswer,
} from '../db/error-report/error-reports'
import { env } from '../env'
import { storeAllNecessary } from '../mail/store-letters'
import { wake } from '../queue/wake'
import { SAME_AT_ONCE } from './error-reports'
import { placeTitle } from './place-title'

/**
 * Answers a report and the chosen repetitions of it, with one letter to each reporter. While a reporter sits the exam,
 * a report about one of its questions cannot be answered: the answer could help her.
 *
 * @throws {AppError} not-found; conflict if it was answered meanwhile; exam-under-way
 */
export async function answerError(
  { actor, target }: Permit<'error:answer'>,
  { outcome, errorAnswer, seen, same }: ErrorAnswer,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockErrorReports(tx, [target.reportId, ...same])
    const report = await findErrorReport(tx, target.reportId)
    if (!report) throw new AppError('not-found', 'error report')
    // A second press of the button, or a second person, must not send the same letter again.
    if (report.outcome !== seen || report.outcome === outcome || isAnswered(report.outcome))
      throw new AppError('conflict', 'error report')
    const repeated = (await findSameReports(tx, report, SAME_AT_ONCE)).filter(({ id }) => same.includes(id))
    const answered = [report, ...repeated]
    if (answered.some(({ inExam }) => inExam)) throw new AppError('exam-under-way', 'error report')

    const answer = { outcome, answer: errorAnswer, answeredAt: now, answeredById: actor.accountId }
    await storeErrorAnswer(tx, [report.id], { ...answer, sameAsId: null })
    await storeErrorAnswer(tx, idsOf(repeated), { ...answer, sameAsId: report.id })
    await tellReporters(tx, answered, { outcome, answer: errorAnswer }, now)
    // The log does not name the reporters: the people who read it must answer without knowing them.
    const acts = answered.map(({ id }) => ({ details: { report: id, outcome } }))
    const act = { act: 'error-answered', actorId: actor.accountId } as const
    await recordActs(
      tx,
      acts.map((details) => ({ ...act, ...details })),
      now,
    )
  })
  await wake('mail')
}

const idsOf = (reports: readonly ErrorReportRow[]) => reports.map(({ id }) => id)

type Answer = Pick<ErrorAnswer, 'outcome'> & { answer: string }

/** One letter for each person, however many of the reports are hers. */
async function tellReporters(
  tx: Db & Parameters<typeof findReporters>[0],
  reports: readonly ErrorReportRow[],
  answered: Answer,
  now: Date,
) {
  const reporters = await findReporters(tx, idsOf(reports))
  const letters = await Promise.all(
    [...new Map(reporters.map((each) => [each.accountId, each])).values()].map(async (reporter) => {
      const { reportId, accountId, email: to } = reporter
      const report = reports.find(({ id }) => id === reportId) as ErrorReportRow
      const locale = isLocale(reporter.locale) ? reporter.locale : 'ar'
      const link = new URL(`/${locale}${addressOf(report)}`, env().publicUrl).href
      const about = { place: await placeTitle(report, locale), answered }
      const letter = { kind: 'errorAnswered', to, name: nameIn(reporter, locale), locale, link, about } as const
      return { letter, refs: { accountId } }
    }),
  )
  await storeAllNecessary(tx, letters, now)
}

/** The address at which the reporter finds the text again; for a question of an exam, that of the course. */
function addressOf({ place, path, courseId, part }: ErrorReportRow): string {
  if (place === 'exam') return `/courses/${courseId}`
  if (place === 'practice') return `${path}#quiz-${part}`
  return place === 'lesson' && part !== null ? `${path}#b${part}` : path
}
