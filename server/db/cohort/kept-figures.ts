import 'server-only'
import type { Report } from '@/domain/cohort/report/report'
import type { Day } from '@/domain/time/day'
import type { Db } from '../client'

/** The id of an institution; null for the country. */
type Scope = string | null
type Kept = { institutionId: Scope; day: Day; keptById: string; report: Report }
export type KeptRow = { day: Day; keptAt: Date; figures: unknown }

const scopeOf = (institutionId: Scope) => institutionId ?? 'nation'
const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`)
const dayIn = (date: Date): Day => date.toISOString().slice(0, 10)

/** @returns whether it is the first of the day. Later ones do not replace it. */
export async function insertKept(db: Db, { institutionId, day, keptById, report }: Kept, now: Date): Promise<boolean> {
  const row = { scope: scopeOf(institutionId), day: dateOf(day), institutionId, keptById, keptAt: now, figures: report }
  return (await db.keptFigures.createMany({ data: [row], skipDuplicates: true })).count === 1
}

export async function findKept(db: Db, institutionId: Scope, day: Day): Promise<KeptRow | null> {
  const scope_day = { scope: scopeOf(institutionId), day: dateOf(day) }
  const row = await db.keptFigures.findUnique({ where: { scope_day }, select: { keptAt: true, figures: true } })
  return row && { ...row, day }
}

/** The newest first, at most `limit`. */
export async function findKeptDays(db: Db, institutionId: Scope, limit: number): Promise<Day[]> {
  const rows = await db.keptFigures.findMany({
    where: { scope: scopeOf(institutionId) },
    select: { day: true },
    orderBy: { day: 'desc' },
    take: limit,
  })
  return rows.map(({ day }) => dayIn(day))
}
