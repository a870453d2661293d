import 'server-only'
import type { Answer } from '@/domain/question/answer'
import { Prisma } from '@/generated/prisma/client'
import { REACHABLE } from '../account/letter-choices'
import type { OpenRun } from '../course/corrections'
import { LEFT_COMMISSION } from '../course/learners'
import type { Sql } from '../sql'

/** A law update of a certificate, as JSON. */
export type LawUpdateRow = { id: string; lawDate: string; updatedAt: string; releaseId: string; release: number }

/** The law updates of `"Certificate" c`, the oldest first, as one column. */
export const LAW_UPDATES_JSON = Prisma.sql`
  (select coalesce(json_agg(json_build_object('id', u.id, 'lawDate', u."lawDate", 'updatedAt', u."updatedAt",
      'releaseId', u."releaseId", 'release', v.number) order by u."lawDate"), '[]')
    from "LawUpdate" u join "Release" v on v.id = u."releaseId" where u."certificateId" = c.id)`

type Span = { certificateId: string; since: string }

/** @returns false if an update of the certificate from that law is stored already. */
export async function insertLawUpdate(
  sql: Sql,
  { certificateId, since, lawDate, releaseId }: Span & { lawDate: string; releaseId: string },
  now: Date,
): Promise<boolean> {
  const rows = await sql.$executeRaw`
    insert into "LawUpdate" (id, "certificateId", since, "lawDate", "releaseId", "updatedAt")
    values (gen_random_uuid(), ${certificateId}::uuid, ${since}::date, ${lawDate}::date, ${releaseId}::uuid, ${now})
    on conflict do nothing`
  return rows > 0
}

/** A certificate that replaces another one gets a copy of its law updates, and the answers of an update under way. */
export async function copyLawUpdates(sql: Sql, oldId: string, newId: string): Promise<void> {
  await sql.$executeRaw`
    insert into "LawUpdate" (id, "certificateId", since, "lawDate", "releaseId", "updatedAt")
    select gen_random_uuid(), ${newId}::uuid, since, "lawDate", "releaseId", "updatedAt"
    from "LawUpdate" where "certificateId" = ${oldId}::uuid`
  await sql.$executeRaw`
    update "LawUpdateAnswer" set "certificateId" = ${newId}::uuid where "certificateId" = ${oldId}::uuid`
}

/** `releaseId`: the release in which she read the question. */
export type LawAnswerRow = { questionId: string; answer: Answer; releaseId: string }

export async function findLawAnswers(sql: Sql, { certificateId, since }: Span): Promise<LawAnswerRow[]> {
  return sql.$queryRaw<LawAnswerRow[]>`
    select "questionId", answer, "releaseId" from "LawUpdateAnswer"
    where "certificateId" = ${certificateId}::uuid and since = ${since}::date`
}

export async function saveLawAnswer(
  sql: Sql,
  { certificateId, since, questionId, answer, releaseId }: Span & LawAnswerRow,
  now: Date,
): Promise<void> {
  await sql.$executeRaw`
    insert into "LawUpdateAnswer" ("certificateId", since, "questionId", answer, "releaseId", "answeredAt")
    values (${certificateId}::uuid, ${since}::date, ${questionId}, ${JSON.stringify(answer)}::jsonb, ${releaseId}::uuid,
      ${now})
    on conflict ("certificateId", since, "questionId") do update
      set answer = excluded.answer, "releaseId" = excluded."releaseId", "answeredAt" = excluded."answeredAt"`
}

export type LawHolder = {
  accountId: string
  email: string
  nameArabic: string
  nameLatin: string
  locale: string
  number: string
  /** The law of her certificate, as ISO days: of the release that it names, and of its last update. */
  issuedOf: string
  updatedTo: string | null
  /** She may read the course if it is closed. */
  keepsPlace: boolean
}

/**
 * The next people with a certificate in force of a course, each once with her newest one, in the order of their
 * accounts.
 */
export async function findLawHolders(
  sql: Sql,
  { courseId, after }: Pick<OpenRun, 'courseId' | 'after'>,
  limit: number,
): Promise<LawHolder[]> {
  return sql.$queryRaw<LawHolder[]>`
    select distinct on (c."accountId") c."accountId", a.email, a."nameArabic", a."nameLatin", a.locale, c.number,
      v.content->'file'->>'lawDate' as "issuedOf",
      (select max(u."lawDate")::text from "LawUpdate" u where u."certificateId" = c.id) as "updatedTo",
      exists (select 1 from "Enrolment" e where e."accountId" = c."accountId" and e."courseId" = c."courseId"
        and (e.admitted or not ${LEFT_COMMISSION})) as "keepsPlace"
    from "Certificate" c join "Account" a on a.id = c."accountId" join "Release" v on v.id = c."releaseId"
    where c."courseId" = ${courseId} and c."revokedAt" is null and ${REACHABLE}
      and not exists (select 1 from "Certificate" n where n."supersedesId" = c.id)
      and (${after}::uuid is null or c."accountId" > ${after}::uuid)
    order by c."accountId", c."issuedAt" desc limit ${limit}`
}
