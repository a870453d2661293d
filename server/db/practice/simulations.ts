import 'server-only'
import type { Sql } from '../sql'

/** A run of a person, with the choices that were accepted, in order. */
export type RunRow = {
  id: string
  courseId: string
  caseId: string
  number: number
  releaseId: string
  startedAt: Date
  endedAt: Date | null
  choices: string[]
}

/** Her runs of a file, the newest first. */
export async function findRuns(sql: Sql, accountId: string, caseId: string): Promise<RunRow[]> {
  return sql.$queryRaw<RunRow[]>`
    select r.id, r."courseId", r."caseId", r.number, r."releaseId", r."startedAt", r."endedAt",
      array(select s.choice from "SimulationStep" s where s."runId" = r.id order by s.number) as choices
    from "SimulationRun" r
    where r."accountId" = ${accountId}::uuid and r."caseId" = ${caseId}
    order by r.number desc`
}

/** The files of which she has a run under way. */
export async function findOpenRuns(sql: Sql, accountId: string): Promise<{ caseId: string }[]> {
  return sql.$queryRaw<{ caseId: string }[]>`
    select "caseId" from "SimulationRun" where "accountId" = ${accountId}::uuid and "endedAt" is null`
}

/** Begins a run, unless one of this file is under way: two presses of the button begin one. */
export async function insertRun(
  sql: Sql,
  {
    accountId,
    courseId,
    caseId,
    releaseId,
  }: { accountId: string; courseId: string; caseId: string; releaseId: string },
  now: Date,
): Promise<void> {
  await sql.$executeRaw`
    insert into "SimulationRun" (id, "accountId", "courseId", "caseId", number, "releaseId", "startedAt")
    select gen_random_uuid(), ${accountId}::uuid, ${courseId}, ${caseId}, coalesce(max(r.number), 0) + 1,
      ${releaseId}::uuid, ${now}
    from "SimulationRun" r
    where r."accountId" = ${accountId}::uuid and r."caseId" = ${caseId}
    having count(*) filter (where r."endedAt" is null) = 0
    on conflict ("accountId", "caseId", number) do nothing`
}

export type NewStep = { runId: string; number: number; choice: string }

/**
 * Accepts a decision if it is the next one of a run under way, in one statement: it is stored whole or not at all, and
 * if two come at once, the second finds that the step is taken.
 *
 * @returns false if it is not the next one
 */
export async function insertStep(
  sql: Sql,
  { runId, number, choice }: NewStep,
  ends: boolean,
  now: Date,
): Promise<boolean> {
  const rows = await sql.$executeRaw`
    with moved as (
      update "SimulationRun" set steps = ${number}, "endedAt" = ${ends ? now : null}
      where id = ${runId}::uuid and steps = ${number - 1} and "endedAt" is null
      returning id)
    insert into "SimulationStep" ("runId", number, choice, at) select id, ${number}, ${choice}, ${now} from moved`
  return rows === 1
}
