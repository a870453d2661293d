import 'server-only'
import type { Seat } from '@/domain/case/simulation/simulation'
import type { Sql } from '../sql'

/** A simulation that a cohort plays in seats. */
export type SharedRow = {
  id: string
  cohortId: string
  institutionId: string
  tutorIds: string[]
  courseId: string
  caseId: string
  releaseId: string
  openedAt: Date
  debriefAt: Date | null
  choices: string[]
  seats: { seat: Seat; accountId: string; nameArabic: string; nameLatin: string }[]
}

export async function insertSharedRun(
  sql: Sql,
  { cohortId, courseId, caseId, releaseId }: Pick<SharedRow, 'cohortId' | 'courseId' | 'caseId' | 'releaseId'>,
  now: Date,
): Promise<string> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    insert into "SharedRun" (id, "cohortId", "courseId", "caseId", "releaseId", "openedAt")
    values (gen_random_uuid(), ${cohortId}::uuid, ${courseId}, ${caseId}, ${releaseId}::uuid, ${now}) returning id`
  return rows[0]?.id ?? ''
}

export async function findSharedRun(sql: Sql, id: string): Promise<SharedRow | null> {
  const rows = await sql.$queryRaw<SharedRow[]>`
    select r.id, r."cohortId", c."institutionId", r."courseId", r."caseId", r."releaseId", r."openedAt", r."debriefAt",
      array(select t."accountId"::text from "CohortTutor" t where t."cohortId" = r."cohortId") as "tutorIds",
      array(select s.choice from "SharedStep" s where s."runId" = r.id order by s.number) as choices,
      coalesce((select json_agg(json_build_object('seat', s.seat, 'accountId', s."accountId",
          'nameArabic', a."nameArabic", 'nameLatin', a."nameLatin") order by s."joinedAt")
        from "SharedSeat" s join "Account" a on a.id = s."accountId" where s."runId" = r.id), '[]') as seats
    from "SharedRun" r join "Cohort" c on c.id = r."cohortId" where r.id = ${id}::uuid`
  return rows[0] ?? null
}

export type ListedShared = Pick<SharedRow, 'id' | 'caseId' | 'releaseId' | 'openedAt' | 'debriefAt'> & { steps: number }

/** What a cohort plays now, the latest first. */
export async function listSharedRuns(sql: Sql, cohortId: string): Promise<ListedShared[]> {
  return sql.$queryRaw<ListedShared[]>`
    select id, "caseId", "releaseId", "openedAt", "debriefAt", steps from "SharedRun"
    where "cohortId" = ${cohortId}::uuid order by "openedAt" desc, id`
}

/** The runs of a file in the cohorts that a person is in. */
export async function findSharedOfMember(sql: Sql, accountId: string, caseId: string): Promise<{ id: string }[]> {
  return sql.$queryRaw<{ id: string }[]>`
    select r.id from "SharedRun" r join "CohortMember" m on m."cohortId" = r."cohortId"
    where m."accountId" = ${accountId}::uuid and m.status = 'active' and r."caseId" = ${caseId}
    order by r."openedAt" desc, r.id`
}

export async function isActiveMember(sql: Sql, cohortId: string, accountId: string): Promise<boolean> {
  const rows = await sql.$queryRaw<unknown[]>`
    select 1 from "CohortMember" where "cohortId" = ${cohortId}::uuid and "accountId" = ${accountId}::uuid
      and status = 'active'`
  return rows.length > 0
}

/** @returns false if somebody sits there, or the debrief is open */
export async function insertSeat(
  sql: Sql,
  { runId, seat, accountId }: { runId: string; seat: Seat; accountId: string },
  now: Date,
): Promise<boolean> {
  const rows = await sql.$executeRaw`
    insert into "SharedSeat" ("runId", seat, "accountId", "joinedAt")
    select r.id, ${seat}, ${accountId}::uuid, ${now} from "SharedRun" r
    where r.id = ${runId}::uuid and r."debriefAt" is null
    on conflict ("runId", seat) do nothing`
  return rows === 1
}

/** @param accountId null: whoever sits there */
export async function deleteSeat(
  sql: Sql,
  { runId, seat, accountId }: { runId: string; seat: Seat; accountId: string | null },
): Promise<void> {
  await sql.$executeRaw`
    delete from "SharedSeat" where "runId" = ${runId}::uuid and seat = ${seat}
      and (${accountId}::uuid is null or "accountId" = ${accountId}::uuid)`
}

/**
 * Accepts a decision of a seat if it is the next one, the person still sits there, and no debrief is open.
 *
 * @returns false if it is not accepted
 */
export async function insertSharedStep(
  sql: Sql,
  {
    runId,
    number,
    choice,
    seat,
    accountId,
  }: {
    runId: string
    number: number
    choice: string
    seat: Seat
    accountId: string
  },
  now: Date,
): Promise<boolean> {
  const rows = await sql.$executeRaw`
    with moved as (
      update "SharedRun" r set steps = ${number}
      where r.id = ${runId}::uuid and r.steps = ${number - 1} and r."debriefAt" is null and exists (
        select 1 from "SharedSeat" s where s."runId" = r.id and s.seat = ${seat} and s."accountId" = ${accountId}::uuid)
      returning r.id)
    insert into "SharedStep" ("runId", number, choice, at) select id, ${number}, ${choice}, ${now} from moved`
  return rows === 1
}

/** Opens the debrief for the group, once. */
export async function setDebrief(sql: Sql, runId: string, now: Date): Promise<void> {
  await sql.$executeRaw`
    update "SharedRun" set "debriefAt" = ${now} where id = ${runId}::uuid and "debriefAt" is null`
}
