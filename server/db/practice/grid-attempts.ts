import 'server-only'
import { type GridAnswers, gridAnswersSchema } from '@/domain/practice/grid-answers'
import type { Sql } from '../sql'

export type GridAttemptRow = {
  id: string
  courseId: string
  caseId: string
  number: number
  releaseId: string
  answers: GridAnswers
  version: number
  /** The page that saved it last, and how many times its ticks had changed. */
  writer: string | null
  step: number
  handedInAt: Date | null
}

/** A person's last attempt at a file; null if she has begun none. */
export async function findLastGrid(sql: Sql, accountId: string, caseId: string): Promise<GridAttemptRow | null> {
  const rows = await sql.$queryRaw<GridAttemptRow[]>`
    select id, "courseId", "caseId", number, "releaseId", answers, version, writer, step, "handedInAt"
    from "GridAttempt"
    where "accountId" = ${accountId}::uuid and "caseId" = ${caseId} order by number desc limit 1`
  return rows.map(parsed)[0] ?? null
}

/** Her last attempt that was handed in. */
export async function findHandedInGrid(sql: Sql, accountId: string, caseId: string): Promise<GridAttemptRow | null> {
  const rows = await sql.$queryRaw<GridAttemptRow[]>`
    select id, "courseId", "caseId", number, "releaseId", answers, version, writer, step, "handedInAt"
    from "GridAttempt"
    where "accountId" = ${accountId}::uuid and "caseId" = ${caseId} and "handedInAt" is not null
    order by number desc limit 1`
  return rows.map(parsed)[0] ?? null
}

export type OpenGrid = { caseId: string; courseId: string; answers: GridAnswers }

/** The files that she has begun and not handed in. */
export async function findOpenGrids(sql: Sql, accountId: string): Promise<OpenGrid[]> {
  const rows = await sql.$queryRaw<OpenGrid[]>`
    select "caseId", "courseId", answers from "GridAttempt"
    where "accountId" = ${accountId}::uuid and "handedInAt" is null order by "savedAt" desc`
  return rows.map(parsed)
}

/** What a page saves: its ticks, and which state of which page they are. */
export type GridSave = Pick<GridAttemptRow, 'answers' | 'writer' | 'step'>
export type NewGrid = Pick<GridAttemptRow, 'courseId' | 'caseId' | 'number' | 'releaseId'> &
  GridSave & { accountId: string }

/** @returns false if this attempt was begun meanwhile, in another window. */
export async function insertGrid(sql: Sql, grid: NewGrid, now: Date): Promise<boolean> {
  const count = await sql.$executeRaw`
    insert into "GridAttempt" (id, "accountId", "courseId", "caseId", number, "releaseId", answers, writer, step, "startedAt",
      "savedAt")
    values (gen_random_uuid(), ${grid.accountId}::uuid, ${grid.courseId}, ${grid.caseId}, ${grid.number},
      ${grid.releaseId}::uuid, ${JSON.stringify(grid.answers)}::jsonb, ${grid.writer}::uuid, ${grid.step}, ${now},
      ${now})
    on conflict ("accountId", "caseId", number) do nothing`
  return count === 1
}

/** @returns false if it was saved or handed in meanwhile, in another window. */
export async function updateGrid(
  sql: Sql,
  { id, version }: Pick<GridAttemptRow, 'id' | 'version'>,
  { answers, writer, step }: GridSave,
  now: Date,
): Promise<boolean> {
  const count = await sql.$executeRaw`
    update "GridAttempt" set answers = ${JSON.stringify(answers)}::jsonb, version = version + 1,
      writer = ${writer}::uuid, step = ${step}, "savedAt" = ${now}
    where id = ${id}::uuid and version = ${version} and "handedInAt" is null`
  return count === 1
}

/** Closes her attempt under way, if it is still the version that she saw. @returns false otherwise */
export async function closeGrid(
  sql: Sql,
  { accountId, caseId, number, version }: { accountId: string; caseId: string; number: number; version: number },
  now: Date,
): Promise<boolean> {
  const count = await sql.$executeRaw`
    update "GridAttempt" set "handedInAt" = ${now} where "accountId" = ${accountId}::uuid and "caseId" = ${caseId}
      and number = ${number} and version = ${version} and "handedInAt" is null`
  return count === 1
}

function parsed<T extends { answers: GridAnswers }>(row: T): T {
  return { ...row, answers: gridAnswersSchema.parse(row.answers) }
}
