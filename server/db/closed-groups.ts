import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Db } from './client'

/** Whose groups: of a cohort, the answers to its exam or to its tests. */
export type GroupsOf = { cohortId: string; answers: 'exam' | 'tests' }
/** `releaseId`: of whose questions the figures are. */
export type ClosedGroupRow = { releaseId: string; until: Date; figures: unknown }

/** The earliest first. */
export async function findClosedGroups(db: Db, of: GroupsOf): Promise<ClosedGroupRow[]> {
  const select = { releaseId: true, until: true, figures: true }
  return db.closedGroup.findMany({ where: of, select, orderBy: { number: 'asc' } })
}

/**
 * Keeps for good what a group comes to. Of two servers that close the same one at once the first is heard.
 *
 * @param number from 1, one more than the group before. @returns whether this one was kept.
 */
export async function insertClosedGroup(
  db: Db,
  of: GroupsOf,
  { number, releaseId, until, figures }: { number: number; releaseId: string; until: Date; figures: object },
): Promise<boolean> {
  const { count } = await db.closedGroup.createMany({
    data: [{ ...of, number, releaseId, until, figures: figures as Prisma.InputJsonObject }],
    skipDuplicates: true,
  })
  return count === 1
}
