import 'server-only'
import type { Db } from '../client'
import { MEMBER_COLUMNS, type MemberRow } from './cohort-members'

/**
 * The places to which an institution has invited an address, in cohorts that are not archived, and which belong to no
 * account.
 */
export async function findListedPlaces(db: Db, institutionId: string, email: string): Promise<MemberRow[]> {
  const rows = await db.cohortMember.findMany({
    where: { email, accountId: null, status: 'invited', cohort: { institutionId, archivedAt: null } },
    select: MEMBER_COLUMNS,
    // The newest list is the most likely to be right about her.
    orderBy: [{ statusSince: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => ({ ...row, status: 'invited' }))
}
