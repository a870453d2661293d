import 'server-only'
import { CLOSED, type Entry, type EntryWay } from '@/domain/cohort/entry/entry'
import type { Day } from '@/domain/time/day'
import type { Db } from '../client'

const SELECT = { way: true, code: true, domains: true, approval: true } as const

export async function findEntry(db: Db, cohortId: string): Promise<Entry> {
  const row = await db.cohortEntry.findUnique({ where: { cohortId }, select: SELECT })
  return row ? { ...row, way: row.way as EntryWay } : CLOSED
}

export async function saveEntry(db: Db, cohortId: string, entry: Entry, now: Date): Promise<void> {
  const row = { ...entry, domains: [...entry.domains], savedAt: now }
  await db.cohortEntry.upsert({ where: { cohortId }, create: { cohortId, ...row }, update: row })
}

/** @returns whether any cohort has this code, open or not. */
export async function hasCode(db: Db, code: string): Promise<boolean> {
  return (await db.cohortEntry.count({ where: { code } })) > 0
}

export async function findCohortByCode(db: Db, code: string): Promise<string | null> {
  return (await db.cohortEntry.findUnique({ where: { code }, select: { cohortId: true } }))?.cohortId ?? null
}

/**
 * Cohorts that are open to addresses of this domain: of active institutions, and not over on `today`. The next to start
 * comes first.
 */
export async function findCohortsByDomain(db: Db, domain: string, today: Day): Promise<string[]> {
  const rows = await db.cohortEntry.findMany({
    where: {
      domains: { has: domain },
      way: { in: ['domain', 'both'] },
      cohort: { archivedAt: null, endsOn: { gte: new Date(`${today}T00:00:00Z`) }, institution: { archivedAt: null } },
    },
    select: { cohortId: true },
    orderBy: [{ cohort: { startsOn: 'asc' } }, { cohortId: 'asc' }],
  })
  return rows.map(({ cohortId }) => cohortId)
}
