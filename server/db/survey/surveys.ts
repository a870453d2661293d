import 'server-only'
import { type Localized, localizedSchema } from '@/domain/locale'
import { ASKABLE } from '@/domain/seminar/seminar'
import { type SurveyKind, type SurveyQuestion, surveyQuestionsSchema } from '@/domain/survey/survey'
import { type SurveyAnswers, surveyAnswersSchema } from '@/domain/survey/survey-answers'
import type { Day } from '@/domain/time/day'
import { Prisma } from '@/generated/prisma/client'
import type { Db, Tx } from '../client'
import type { Sql } from '../sql'
import { accountsToAsk, type SurveyScope } from './people-to-ask'

export type SurveyRow = SurveyScope & {
  id: string
  kind: SurveyKind
  titles: Localized
  questions: readonly SurveyQuestion[]
  createdAt: Date
  opensOn: Day | null
  openedAt: Date | null
  closesAt: Date | null
  asked: number | null
  /** As they are stored; null while there are none. */
  figures: unknown
  hasFigures: boolean
  withdrawnAt: Date | null
}
export type NewSurvey = SurveyScope & Pick<SurveyRow, 'kind' | 'titles' | 'questions'>

export async function insertSurvey(db: Db, survey: NewSurvey, createdById: string, now: Date): Promise<string> {
  const { questions, ...rest } = survey
  const { id } = await db.survey.create({
    data: { ...rest, questions: asJson(questions), createdById, createdAt: now },
    select: { id: true },
  })
  return id
}

export async function findSurvey(db: Db, id: string): Promise<SurveyRow | null> {
  const row = await db.survey.findUnique({ where: { id } })
  return row && readRow(row)
}

/** The survey, locked until the transaction ends: while somebody answers, it is not closed, and the reverse. */
export async function lockSurvey(tx: Tx, id: string, lock: 'alone' | 'shared'): Promise<SurveyRow | null> {
  const how = Prisma.raw(lock === 'alone' ? 'for update' : 'for share')
  await tx.$queryRaw`select 1 from "Survey" where id = ${id}::uuid ${how}`
  return findSurvey(tx, id)
}

/** The newest first. */
export async function findSurveys(
  db: Db,
  where: { institutionId: string } | { cohortId: string } | { seminarId: string },
): Promise<SurveyRow[]> {
  const rows = await db.survey.findMany({ where, orderBy: { id: 'desc' } })
  return rows.map(readRow)
}

type Changes = {
  titles?: Localized
  questions?: readonly SurveyQuestion[]
  opensOn?: Day | null
  openedAt?: Date
  closesAt?: Date
  asked?: number
  withdrawnAt?: Date
  figures?: object
}

export async function updateSurvey(db: Db, id: string, changes: Changes): Promise<void> {
  const { questions, opensOn, figures, ...rest } = changes
  await db.survey.update({
    where: { id },
    data: {
      ...rest,
      ...(questions && { questions: asJson(questions) }),
      ...(opensOn !== undefined && { opensOn: opensOn === null ? null : new Date(opensOn) }),
      ...(figures && { figures: figures as Prisma.InputJsonObject }),
    },
  })
}

/** Deletes it with its tickets and answers. */
export async function deleteSurvey(db: Db, id: string): Promise<void> {
  await db.survey.delete({ where: { id } })
}

/** The institution whose seminar it is; null if there is none. */
export async function findSeminarOwner(db: Db, seminarId: string): Promise<string | null> {
  const seminar = await db.seminar.findUnique({ where: { id: seminarId }, select: { institutionId: true } })
  return seminar?.institutionId ?? null
}

/** The titles of a seminar by language, and its end. */
export async function findSeminarEnd(
  db: Db,
  seminarId: string,
): Promise<{ titles: Partial<Localized>; endsAt: Date } | null> {
  const seminar = await db.seminar.findUnique({ where: { id: seminarId }, select: { titles: true, endsAt: true } })
  return seminar && { titles: seminar.titles as Partial<Localized>, endsAt: seminar.endsAt }
}

/** The seminars of an institution that are public or held, the latest first. */
export async function findSeminarsToAsk(
  db: Db,
  institutionId: string,
): Promise<{ id: string; titles: Partial<Localized> }[]> {
  const rows = await db.seminar.findMany({
    where: { institutionId, status: { in: [...ASKABLE] } },
    select: { id: true, titles: true },
    orderBy: { startsAt: 'desc' },
  })
  return rows.map(({ id, titles }) => ({ id, titles: titles as Partial<Localized> }))
}

/** The person's ticket of the newest survey of a seminar, of these kinds; it tells whether she has answered. */
export async function findOwnSeminarSurvey(
  db: Db,
  { seminarId, accountId, kinds }: { seminarId: string; accountId: string; kinds: readonly SurveyKind[] },
): Promise<Ticket | null> {
  return db.surveyTicket.findFirst({
    where: { accountId, survey: { seminarId, kind: { in: [...kinds] }, withdrawnAt: null } },
    select: { id: true, surveyId: true, spent: true },
    orderBy: { survey: { openedAt: 'desc' } },
  })
}

/** The surveys whose opening day has come and that are not open yet, the one that was due first coming first. */
export async function findSurveysToOpen(db: Db, today: Day): Promise<string[]> {
  const rows = await db.survey.findMany({
    where: { opensOn: { lte: new Date(today) }, openedAt: null, withdrawnAt: null },
    select: { id: true },
    orderBy: [{ opensOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id }) => id)
}

/** The surveys whose time is over and that have no figures. */
export async function findSurveysToClose(db: Db, now: Date): Promise<string[]> {
  const rows = await db.survey.findMany({
    where: { closesAt: { lte: now }, figures: { equals: Prisma.DbNull }, withdrawnAt: null },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Makes tickets for all accounts that a survey asks if it opens today. @returns how many. */
export async function insertTickets(tx: Tx, survey: SurveyScope & { id: string }, today: Day): Promise<number> {
  return tx.$executeRaw`
    insert into "SurveyTicket" ("surveyId", "accountId")
    select ${survey.id}::uuid, asked.id from (${accountsToAsk(survey, today)}) asked
    order by random() on conflict do nothing`
}

export type Ticket = { id: string; surveyId: string; spent: boolean }

export async function findTicket(db: Db, id: string): Promise<Ticket | null> {
  return db.surveyTicket.findUnique({ where: { id }, select: { id: true, surveyId: true, spent: true } })
}

/** @returns false if it is spent already, or there is none. Of two simultaneous calls, one gets true. */
export async function spendTicket(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.surveyTicket.updateMany({ where: { id, spent: false }, data: { spent: true } })
  return count === 1
}

export async function countAnswers(db: Db, surveyId: string): Promise<number> {
  return db.surveyAnswer.count({ where: { surveyId } })
}

/** In the order of their random ids. */
export async function findAnswers(db: Db, surveyId: string): Promise<SurveyAnswers[]> {
  const rows = await db.surveyAnswer.findMany({
    where: { surveyId },
    select: { answers: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ answers }) => surveyAnswersSchema.parse(answers))
}

/** What was written to one question, in the order of the answers' random ids. */
export async function findTexts(sql: Sql, surveyId: string, questionId: string): Promise<string[]> {
  const rows = await sql.$queryRaw<{ text: string }[]>`
    select answers ->> ${questionId} as text from "SurveyAnswer"
    where "surveyId" = ${surveyId}::uuid and jsonb_typeof(answers -> ${questionId}) = 'string' order by id`
  return rows.map(({ text }) => text)
}

/** Deletes the answers, and writes these in their place, in this order and under new ids. */
export async function rewriteAnswers(tx: Tx, surveyId: string, answers: readonly SurveyAnswers[]): Promise<void> {
  await tx.surveyAnswer.deleteMany({ where: { surveyId } })
  await tx.surveyAnswer.createMany({ data: answers.map((one) => ({ surveyId, answers: asJson(one) })) })
}

export async function deleteTickets(tx: Tx, surveyId: string): Promise<void> {
  await tx.surveyTicket.deleteMany({ where: { surveyId } })
}

/** Clears the space of deleted rows, so that they can no longer be read there. It runs outside of every transaction. */
export async function freeDeletedRows(sql: Sql): Promise<void> {
  await sql.$executeRaw`vacuum "SurveyTicket"`
  await sql.$executeRaw`vacuum "SurveyAnswer"`
  await sql.$executeRaw`vacuum "WaitingAnswer"`
}

export type OwnSurvey = { surveyId: string; ticketId: string; titles: Localized; closesAt: Date }

/**
 * The open surveys that a person has not answered; the one that closes first comes first. @param seminarId only those
 * of one seminar; null for all.
 */
export async function findOwnSurveys(
  sql: Sql,
  accountId: string,
  seminarId: string | null,
  now: Date,
): Promise<OwnSurvey[]> {
  return sql.$queryRaw<OwnSurvey[]>`
    select s.id as "surveyId", t.id as "ticketId", s.titles, s."closesAt" from "SurveyTicket" t join "Survey" s on s.id = t."surveyId"
    where t."accountId" = ${accountId}::uuid and not t.spent and s."withdrawnAt" is null and s."closesAt" > ${now}
      and (${seminarId}::uuid is null or s."seminarId" = ${seminarId}::uuid)
    order by s."closesAt", s.id`
}

export type SurveyReader = {
  ticketId: string
  surveyId: string
  accountId: string
  email: string
  nameArabic: string
  nameLatin: string
  locale: string
  titles: Localized
  institutionArabic: string
  institutionLatin: string
  closesAt: Date
}

/**
 * The next people who have not had a letter of an open survey, locked for the transaction. The reminder goes to
 * everybody, answered or not: if it went only to the others, its recipients would show who has answered.
 *
 * @param remindAfter surveys that opened before this moment are reminded of; null for the first letter.
 */
export async function lockSurveyReaders(
  tx: Tx,
  remindAfter: Date | null,
  now: Date,
  limit: number,
): Promise<SurveyReader[]> {
  const due =
    remindAfter === null
      ? Prisma.sql`not t.told`
      : Prisma.sql`t.told and not t.reminded and s."openedAt" <= ${remindAfter}`
  return tx.$queryRaw<SurveyReader[]>`
    select t.id as "ticketId", s.id as "surveyId", a.id as "accountId", a.email, a."nameArabic", a."nameLatin", a.locale,
      s.titles, i."nameArabic" as "institutionArabic", i."nameLatin" as "institutionLatin", s."closesAt"
    from "SurveyTicket" t join "Survey" s on s.id = t."surveyId" join "Account" a on a.id = t."accountId"
      join "Institution" i on i.id = s."institutionId"
    where s."withdrawnAt" is null and s."closesAt" > ${now} and ${due}
    order by t.id limit ${limit} for update of t skip locked`
}

export async function markTold(tx: Tx, ticketIds: readonly string[], what: 'told' | 'reminded'): Promise<void> {
  await tx.surveyTicket.updateMany({ where: { id: { in: [...ticketIds] } }, data: { [what]: true } })
}

/** The figures of closed surveys, of one cohort or of all institutions. */
export async function findSurveyFigures(
  db: Db,
  where: { cohortId?: string },
): Promise<Pick<SurveyRow, 'institutionId' | 'kind' | 'questions' | 'figures' | 'closesAt'>[]> {
  const rows = await db.survey.findMany({
    where: { ...where, figures: { not: Prisma.DbNull }, withdrawnAt: null },
    orderBy: { closesAt: 'asc' },
  })
  return rows.map(readRow)
}

function asJson(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue
}

function readRow({
  titles,
  questions,
  kind,
  opensOn,
  figures,
  createdById: _,
  ...row
}: Prisma.SurveyGetPayload<object>): SurveyRow {
  return {
    ...row,
    kind: kind as SurveyKind,
    titles: localizedSchema.parse(titles),
    questions: surveyQuestionsSchema.parse(questions),
    opensOn: opensOn?.toISOString().slice(0, 10) ?? null,
    figures,
    hasFigures: figures !== null,
  }
}
