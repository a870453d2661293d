import 'server-only'
import { LEARNING_ROLES } from '@/domain/access/role'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from './client'

/** Who learns in which institution: by a role that she holds there, or in one of its cohorts. */
const LEARNING = Prisma.sql`(
  select r."accountId", r."institutionId" from "Role" r
    where r."endedAt" is null and r."institutionId" is not null and r.role = any(${[...LEARNING_ROLES]})
  union all
  select m."accountId", k."institutionId" from "CohortMember" m join "Cohort" k on k.id = m."cohortId"
    where m."accountId" is not null and m.status = 'active')`

/** Those who learn in an institution, for `in`. */
export const learnersOf = (institutionId: string) =>
  Prisma.sql`(select l."accountId" from ${LEARNING} l where l."institutionId" = ${institutionId}::uuid)`

/** The institutions that work in which a person learns. */
export async function findInstitutionsOf(db: Db, accountId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select distinct i.id from ${LEARNING} l join "Institution" i on i.id = l."institutionId"
    where l."accountId" = ${accountId}::uuid and i."archivedAt" is null`
  return rows.map(({ id }) => id)
}
