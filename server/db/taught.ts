import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from './client'
import type { Sql } from './sql'

/**
 * An institution taught a certificate where its holder was active in one of its cohorts of that course when she began the
 * exam, or when she handed it in. Nobody is active in a cohort but by her own act: she accepted an invitation, asked to
 * come in, or came in by herself. It is a fact of that time: leaving the institution afterwards changes nothing of it.
 */
export type Earned = { accountId: string | null; attemptId: string | null; courseId: string; issuedAt: Date }

/** Where the member `m` stood at a moment. */
const stoodAt = (moment: Prisma.Sql) => Prisma.sql`
  (select v."to" from "MemberMove" v where v."memberId" = m.id and v.at <= ${moment} order by v.at desc, v.id desc limit 1)`

/** For a query that has the member `m` and the attempt `a`, if it is known. @param issuedAt in place of the attempt's times. */
const tookPart = (issuedAt: Prisma.Sql) => Prisma.sql`
  'active' in (${stoodAt(Prisma.sql`coalesce(a."startedAt", ${issuedAt})`)},
    ${stoodAt(Prisma.sql`coalesce(a."handedInAt", ${issuedAt})`)})`

/** The institutions that taught a certificate, for `in`. */
export const teachersOf = ({ accountId, attemptId, courseId, issuedAt }: Earned) => Prisma.sql`
  (select k."institutionId" from "CohortMember" m
    join "Cohort" k on k.id = m."cohortId"
    left join "Attempt" a on a.id = ${attemptId}::uuid
    where m."accountId" = ${accountId}::uuid and k."courseId" = ${courseId}
      and ${tookPart(Prisma.sql`${issuedAt}::timestamptz`)})`

/** The certificates that an institution taught, for `in`. */
export const taughtBy = (institutionId: string) => Prisma.sql`
  (select t.id from "Certificate" t
    join "CohortMember" m on m."accountId" = t."accountId"
    join "Cohort" k on k.id = m."cohortId" and k."courseId" = t."courseId"
    left join "Attempt" a on a.id = t."attemptId"
    where k."institutionId" = ${institutionId}::uuid and ${tookPart(Prisma.sql`t."issuedAt"`)})`

/** The institutions that work and taught a certificate. */
export async function findTeachers(sql: Sql, certificate: Earned): Promise<string[]> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select i.id from "Institution" i where i.id in ${teachersOf(certificate)} and i."archivedAt" is null`
  return rows.map(({ id }) => id)
}

/** Whether somebody administered one of these institutions at a moment. */
export async function administeredAt(
  db: Db,
  accountId: string,
  institutionIds: readonly string[],
  moment: Date,
): Promise<boolean> {
  const where = { accountId, role: 'administrator', institutionId: { in: [...institutionIds] } }
  const lasted = { OR: [{ endedAt: null }, { endedAt: { gt: moment } }] }
  return (await db.role.count({ where: { ...where, ...lasted } })) > 0
}
