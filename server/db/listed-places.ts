import 'server-only'
import type { Db } from './client'
import { MEMBER_COLUMNS, type MemberRow } from './cohort-members'

/** The places that an institution keeps for an address, in cohorts that go on, which belong to no account yet. */
export async function findListedPlaces(db: Db, institutionId: string, email: string): Promise<MemberRow[]> {
  const rows = await db.cohortMember.findMany({
    where: { email, accountId: null, status: 'invited', cohort: { institutionId, archivedAt: null } },
    select: MEMBER_COLUMNS,
    // The last list knows her best.
    orderBy: [{ statusSince: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => ({ ...row, status: 'invited' }))
}
