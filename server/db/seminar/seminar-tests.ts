import 'server-only'
import type { TestForm } from '@/domain/cohort/test-availability'
import type { DrawnQuestion } from '@/domain/exam/draw-exam'
import type { Answer } from '@/domain/question/answer'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import type { DrawnForms, SittingRow } from '../cohort/cohort-tests'

/** A course that a seminar names. */
export type OfSeminar = { seminarId: string; courseId: string }

const asJson = (form: readonly DrawnQuestion[]): Prisma.InputJsonArray => form.map((question) => ({ ...question }))

/** If two people draw at once, the first draw is stored. */
export async function insertSeminarForms(db: Db, of: OfSeminar, drawn: DrawnForms, now: Date): Promise<void> {
  const { releaseId, before, after } = drawn
  await db.seminarTests.createMany({
    data: [{ ...of, releaseId, drawnAt: now, before: asJson(before), after: asJson(after) }],
    skipDuplicates: true,
  })
}

/** `kept`: the stored figures with their time; null before they were made. */
export type SeminarForms = DrawnForms & { kept: { at: Date; figures: unknown } | null }

export async function findSeminarForms(db: Db, of: OfSeminar): Promise<SeminarForms | null> {
  const row = await db.seminarTests.findUnique({ where: { seminarId_courseId: of } })
  if (!row) return null
  const { releaseId, before, after, figures, figuresAt: at } = row
  const forms = { before: before as DrawnQuestion[], after: after as DrawnQuestion[] }
  return { releaseId, ...forms, kept: at && { at, figures } }
}

export async function findSeminarSittings(db: Db, of: OfSeminar, accountId: string): Promise<SittingRow[]> {
  const rows = await db.testSitting.findMany({ where: { ...of, accountId }, include: { answers: true } })
  return rows.map(({ id, form, handedInAt, answers }) => ({
    id,
    form: form as TestForm,
    handedInAt,
    answers: new Map(answers.map(({ position, answer }) => [position, answer as Answer])),
  }))
}

/** Begins a test. Idempotent. */
export async function insertSeminarSitting(
  db: Db,
  sitting: OfSeminar & { accountId: string; form: TestForm },
  now: Date,
): Promise<void> {
  await db.testSitting.createMany({ data: [{ ...sitting, startedAt: now }], skipDuplicates: true })
}

/** Keeps the figures for good. @returns false if they were kept already. */
export async function keepSeminarFigures(db: Db, of: OfSeminar, figures: object, at: Date): Promise<boolean> {
  const { count } = await db.seminarTests.updateMany({
    where: { ...of, figures: { equals: Prisma.DbNull } },
    data: { figures: figures as Prisma.InputJsonObject, figuresAt: at },
  })
  return count === 1
}
