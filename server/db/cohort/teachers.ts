import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import type { Sql } from '../sql'

/**
 * An institution taught a certificate if the holder was active in one of its cohorts of that course when she began the
 * exam or when she handed it in. A course that was added to a cohort later counts from then on. Nobody becomes active
 * in a cohort except by her own act: she accepted an invitation, asked to join, or enrolled herself. This is a fact of
 * that time: leaving the institution later does not change it.
 */
export type Earned = {
  accountId: string | null
  attemptId: string | null
  courseId: string | null
  /** Of an attestation of attendance: the institution whose seminar it was issued it. */
  seminarId: string | null
  issuedAt: Date
}

/** The status of the member `m` at a moment. */
const statusAt = (moment: Prisma.Sql) => Prisma.sql`
  (select v."to" from "MemberMove" v where v."memberId" = m.id and v.at <= ${moment} order by v.at desc, v.id desc limit 1)`

/**
 * A condition for a query with the member `m`, the course `p` of her cohort and, if it is known, the attempt `a`.
 * @param issuedAt replaces the times of a missing attempt.
 */
export const tookPart = (issuedAt: Prisma.Sql) => Prisma.sql`
  coalesce(a."startedAt", ${issuedAt}) >= coalesce(p."addedAt", '-infinity') and
  'active' in (${statusAt(Prisma.sql`coalesce(a."startedAt", ${issuedAt})`)},
    ${statusAt(Prisma.sql`coalesce(a."handedInAt", ${issuedAt})`)})`

/** The institutions that taught a certificate, as the operand of `in`. */
export const teachersOf = ({ accountId, attemptId, courseId, seminarId, issuedAt }: Earned) => Prisma.sql`
  (select k."institutionId" from "CohortMember" m
    join "Cohort" k on k.id = m."cohortId"
    join "CohortCourse" p on p."cohortId" = k.id and p."courseId" = ${courseId}
    left join "Attempt" a on a.id = ${attemptId}::uuid
    where m."accountId" = ${accountId}::uuid
      and ${tookPart(Prisma.sql`${issuedAt}::timestamptz`)}
    union select s."institutionId" from "Seminar" s where s.id = ${seminarId}::uuid)`

/** The certificates that an institution taught, as the operand of `in`. */
export const taughtBy = (institutionId: string) =>
  Prisma.sql`(${taughtInCohorts(institutionId)} union ${attendedWith(institutionId)})`

/**
 * The two parts of the certificates above. A query that looks at a few certificates uses each part by itself: the
 * database then looks up only these certificates, but it would compute a whole union.
 */
export const taughtInCohorts = (institutionId: string) => Prisma.sql`
  select t.id from "Certificate" t
    join "CohortMember" m on m."accountId" = t."accountId"
    join "Cohort" k on k.id = m."cohortId"
    join "CohortCourse" p on p."cohortId" = k.id and p."courseId" = t."courseId"
    left join "Attempt" a on a.id = t."attemptId"
    where k."institutionId" = ${institutionId}::uuid and ${tookPart(Prisma.sql`t."issuedAt"`)}`

export const attendedWith = (institutionId: string) => Prisma.sql`
  select t.id from "Certificate" t join "Seminar" s on s.id = t."seminarId"
    where s."institutionId" = ${institutionId}::uuid`

/** The active institutions that taught a certificate. */
export async function findTeachers(sql: Sql, certificate: Earned): Promise<string[]> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select i.id from "Institution" i where i.id in ${teachersOf(certificate)} and i."archivedAt" is null`
  return rows.map(({ id }) => id)
}

/** Whether an account administered one of these institutions at a moment. */
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
