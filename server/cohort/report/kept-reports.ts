import 'server-only'
import { type KeptReport, reportSchema } from '@/domain/cohort/report/report'
import { AppError } from '@/domain/errors'
import { type Day, daySchema } from '@/domain/time/day'
import type { Permit } from '../../auth/permit'
import { recordAct } from '../../db/audit/audit'
import { db } from '../../db/client'
import { findKept, findKeptDays, insertKept } from '../../db/cohort/kept-figures'
import { currentReport } from './current-report'

/** More than three years, with one a day. */
const LISTED = 1200

type MayRead = Permit<'institution:report'> | Permit<'nation:read'>
const scopeOf = ({ target }: MayRead) => ('institutionId' in target ? (target.institutionId as string) : null)

/**
 * Stores the figures as they are printed, so that they can be cited. Idempotent for each day: later calls return what
 * the first has stored.
 *
 * @returns the day of the figures. @throws {AppError} not-found
 */
export async function keepFigures({ actor, target }: Permit<'figures:keep'>, now: Date): Promise<Day> {
  const { institutionId } = target
  const { accountId } = actor
  const { day, report } = await currentReport(institutionId, now)
  await db().$transaction(async (tx) => {
    if (!(await insertKept(tx, { institutionId, day, keptById: accountId, report }, now))) return
    await recordAct(tx, { act: 'figures-kept', actorId: accountId, institutionId, details: { day } }, now)
  })
  return day
}

/** The figures stored for a day, unchanged. @throws {AppError} not-found */
export async function readKept(permit: MayRead, typed: string): Promise<KeptReport> {
  const day = daySchema.safeParse(typed).data
  const kept = day === undefined ? null : await findKept(db(), scopeOf(permit), day)
  if (!kept) throw new AppError('not-found', `figures of ${typed}`)
  return { day: kept.day, keptAt: kept.keptAt, report: reportSchema.parse(kept.figures) }
}

/** The days for which figures are stored, the newest first. */
export async function keptDays(permit: MayRead): Promise<Day[]> {
  return findKeptDays(db(), scopeOf(permit), LISTED)
}
