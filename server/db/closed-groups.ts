import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Db } from './client'

/** Whose groups: of a cohort, the answers to the exam of its release or to its tests. */
export type GroupsOf = { cohortId: string; releaseId: string; answers: 'exam' | 'tests' }
export type ClosedGroupRow = { until: Date; figures: unknown }

/** The earliest first. */
export async function findClosedGroups(db: Db, of: GroupsOf): Promise<ClosedGroupRow[]> {
  return db.closedGroup.findMany({ where: of, select: { until: true, figures: true }, orderBy: { number: 'asc' } })
}

/**
 * Keeps for good what a group comes to. Of two servers that close the same one at once the first is heard.
 *
 * @param number from 1, one more than the group before. @returns whether this one was kept.
 */
export async function insertClosedGroup(
  db: Db,
  of: GroupsOf,
  { number, until, figures }: { number: number; until: Date; figures: object },
): Promise<boolean> {
  const { count } = await db.closedGroup.createMany({
    data: [{ ...of, number, until, figures: figures as Prisma.InputJsonObject }],
    skipDuplicates: true,
  })
  return count === 1
}
