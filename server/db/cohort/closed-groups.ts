import 'server-only'
import type { RecallForm } from '@/domain/cohort/recall'
import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import type { InCourse } from './cohort-tests'

/**
 * A course of a cohort, and the answers that the groups are about: those to its exam, to its tests before and after, or
 * to one of its recall tests.
 */
export type GroupsOf = InCourse & { answers: 'exam' | 'tests' | RecallForm }
/** `releaseId`: the release whose questions the figures are about. */
export type ClosedGroupRow = { releaseId: string; until: Date; figures: unknown }

/** The earliest first. */
export async function findClosedGroups(db: Db, of: GroupsOf): Promise<ClosedGroupRow[]> {
  const select = { releaseId: true, until: true, figures: true }
  return db.closedGroup.findMany({ where: of, select, orderBy: { number: 'asc' } })
}

/** The newest figures of the tests of every cohort and course, with the institution. */
export async function findNewestTests(db: Db): Promise<{ institutionId: string; figures: unknown }[]> {
  const rows = await db.closedGroup.findMany({
    where: { answers: 'tests' },
    distinct: ['cohortId', 'courseId'],
    orderBy: [{ cohortId: 'asc' }, { courseId: 'asc' }, { number: 'desc' }],
    select: { figures: true, cohort: { select: { institutionId: true } } },
  })
  return rows.map(({ figures, cohort }) => ({ figures, institutionId: cohort.institutionId }))
}

/**
 * Stores the figures of a group for good. If two servers close the same group at once, the first one wins.
 *
 * @param number from 1, one more than the group before. @returns whether this call stored the group.
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
