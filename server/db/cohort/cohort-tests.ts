import 'server-only'
import type { SittingForm } from '@/domain/cohort/test-availability'
import type { DrawnQuestion } from '@/domain/exam/draw-exam'
import type { ParallelForms } from '@/domain/exam/parallel-forms'
import type { Answer } from '@/domain/question/answer'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import type { Sql } from '../sql'

/** A course of a cohort. */
export type InCourse = { cohortId: string; courseId: string }
/**
 * The two tests of a course of a cohort, and the release from which they were drawn. A correction of the release does
 * not change them.
 */
export type DrawnForms = ParallelForms & { releaseId: string }
export type SittingRow = {
  id: string
  form: SittingForm
  handedInAt: Date | null
  /** By position, from 1. */
  answers: ReadonlyMap<number, Answer>
}

/** @returns false if the course has its forms already. */
export async function insertTestForms(
  db: Db,
  { cohortId, courseId }: InCourse,
  drawn: DrawnForms,
  now: Date,
): Promise<boolean> {
  const { releaseId, before, after } = drawn
  const { count } = await db.testForms.createMany({
    data: [{ cohortId, courseId, releaseId, drawnAt: now, before: asJson(before), after: asJson(after) }],
    skipDuplicates: true,
  })
  return count === 1
}

const asJson = (form: readonly DrawnQuestion[]): Prisma.InputJsonArray => form.map((question) => ({ ...question }))

export async function findTestForms(db: Db, { cohortId, courseId }: InCourse): Promise<DrawnForms | null> {
  const row = await db.testForms.findUnique({ where: { cohortId_courseId: { cohortId, courseId } } })
  return row && { releaseId: row.releaseId, before: row.before as DrawnQuestion[], after: row.after as DrawnQuestion[] }
}

/** True if the person takes part in the cohort now. */
export async function isActiveMember(db: Db, cohortId: string, accountId: string): Promise<boolean> {
  const found = await db.cohortMember.findFirst({
    where: { cohortId, accountId, status: 'active' },
    select: { id: true },
  })
  return found !== null
}

export async function findSittings(db: Db, { cohortId, courseId }: InCourse, accountId: string): Promise<SittingRow[]> {
  const rows = await db.testSitting.findMany({ where: { cohortId, courseId, accountId }, include: { answers: true } })
  return rows.map(({ id, form, handedInAt, answers }) => ({
    id,
    form: form as SittingForm,
    handedInAt,
    answers: new Map(answers.map(({ position, answer }) => [position, answer as Answer])),
  }))
}

/** Begins a test. Idempotent. */
export async function insertSitting(
  db: Db,
  sitting: InCourse & { accountId: string; form: SittingForm },
  now: Date,
): Promise<void> {
  await db.testSitting.createMany({ data: [{ ...sitting, startedAt: now }], skipDuplicates: true })
}

/**
 * The sitting of one person, unless it is handed in. It is locked against handing in, so that an answer either counts
 * or is refused.
 */
const openSitting = (id: string, accountId: string) => Prisma.sql`
  open as (select s.id from "TestSitting" s
    where s.id = ${id}::uuid and s."accountId" = ${accountId}::uuid and s."handedInAt" is null for share)`

/** Stores an answer; null removes it. @returns false once the test is handed in. */
export async function saveTestAnswer(
  sql: Sql,
  { sittingId, accountId, position }: { sittingId: string; accountId: string; position: number },
  answer: Answer | null,
  now: Date,
): Promise<boolean> {
  const change = answer
    ? Prisma.sql`insert into "TestAnswer" ("sittingId", position, answer, "answeredAt")
        select open.id, ${position}, ${JSON.stringify(answer)}::jsonb, ${now} from open
        on conflict ("sittingId", position) do update set answer = excluded.answer, "answeredAt" = excluded."answeredAt"`
    : Prisma.sql`delete from "TestAnswer" a using open where a."sittingId" = open.id and a.position = ${position}`
  const [found] = await sql.$queryRaw<{ open: boolean }[]>`
    with ${openSitting(sittingId, accountId)}, changed as (${change} returning 1)
    select exists (select 1 from open) as open`
  return found?.open ?? false
}

/** Hands the test in. Only the first call counts. */
export async function closeSitting(db: Db, id: string, accountId: string, now: Date): Promise<void> {
  await db.testSitting.updateMany({ where: { id, accountId, handedInAt: null }, data: { handedInAt: now } })
}
