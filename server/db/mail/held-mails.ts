import 'server-only'
import type { LetterState } from '@/domain/cohort/letter-state'
import type { Letter, LetterKind } from '@/domain/letter/letter'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import type { Sql } from '../sql'
import { UNSENT } from './mails'

/** Accounts, after `after` in the order of their ids, whose held letters may be due as a digest. */
export async function findDueDigests(sql: Sql, after: string, limit: number, now: Date): Promise<string[]> {
  const rows = await sql.$queryRaw<{ accountId: string }[]>`
    select distinct "accountId" from "Mail"
    where state = 'held' and "dueAt" <= ${now} and "accountId" > ${after}::uuid
    order by "accountId" limit ${limit}`
  return rows.map(({ accountId }) => accountId)
}

export type HeldMail = { id: string; letter: Letter; createdAt: Date }

/** The held letters of an account that are still true, the oldest first. */
export async function findHeld(sql: Sql, accountId: string, now: Date): Promise<HeldMail[]> {
  return sql.$queryRaw<HeldMail[]>(Prisma.sql`
    select l.id, l.letter, l."createdAt" from "Mail" l
    where l."accountId" = ${accountId}::uuid and l.state = 'held' and l.letter is not null
      and (l."memberId" is null or ${TAKES_PART})
      and (l.letter->'about'->'reminded' is null or ${seminarComes(now)})
      and (l.letter->'about'->'surveyId' is null or ${surveyIsOpen(now)})
    order by l."createdAt", l.id`)
}

/** A reminder of a cohort is left out once she no longer takes part in it, or it is archived. */
const TAKES_PART = Prisma.sql`exists (
  select 1 from "CohortMember" m join "Cohort" c on c.id = m."cohortId"
  where m.id = l."memberId" and m.status = 'active' and c."archivedAt" is null)`

/** A reminder of a seminar: while she has her place, and the seminar is as the letter says and has not begun. */
const seminarComes = (now: Date) => Prisma.sql`exists (
  select 1 from "SeminarRegistration" r join "Seminar" s on s.id = r."seminarId"
  where r.id = (l.letter->'about'->'reminded'->>'placeId')::uuid and r.status = 'registered'
    and s.status in ('open', 'closed') and s."startsAt" > ${now}
    and s."startsAt" = (l.letter->'about'->'reminded'->>'startsAt')::timestamptz
    and coalesce(s.place, 'null') = l.letter->'about'->'reminded'->'where')`

const surveyIsOpen = (now: Date) => Prisma.sql`exists (
  select 1 from "Survey" v
  where v.id = (l.letter->'about'->>'surveyId')::uuid and v."withdrawnAt" is null and v."closesAt" > ${now})`

/** Ends the wait of an account's held letters, and deletes their content. */
export async function endHeld(db: Db, accountId: string, state: 'gathered' | 'stopped'): Promise<void> {
  await db.mail.updateMany({ where: { accountId, state: 'held' }, data: { state, letter: Prisma.DbNull } })
}

/**
 * Ends letters of these kinds that the mail server has not accepted, including those given up, and deletes their
 * content.
 */
export async function stopWaiting(db: Db, accountId: string, kinds: readonly LetterKind[]): Promise<void> {
  const where = { accountId, state: { in: [...UNSENT] }, kind: { in: [...kinds] } }
  await db.mail.updateMany({ where, data: { state: 'stopped', letter: Prisma.DbNull } })
}

/** Ends the letters of an own reminder that have not gone yet, and deletes their content. */
export async function stopLettersOf(sql: Sql, accountId: string, reminderId: string): Promise<void> {
  await sql.$executeRaw`
    update "Mail" set state = 'stopped', letter = null
    where "accountId" = ${accountId}::uuid and kind = 'ownReminder' and state = any(${['held', ...UNSENT]}::text[])
      and letter->'about'->>'reminderId' = ${reminderId}`
}

/**
 * Ends the letters about a place in a cohort that have not gone yet, including those that could not be delivered, and
 * deletes their content.
 */
export async function stopLettersOfPlace(db: Db, memberId: string): Promise<void> {
  const where = { memberId, state: { in: ['held', ...UNSENT] } }
  await db.mail.updateMany({ where, data: { state: 'stopped', letter: Prisma.DbNull } })
}

/** Ends the letters about courses added to a cohort that have not gone yet, and deletes their content. */
export async function stopLettersOfCourses(db: Db, cohortId: string): Promise<void> {
  const where = { member: { cohortId }, kind: 'courseAdded' satisfies LetterKind, state: { in: ['held', ...UNSENT] } }
  await db.mail.updateMany({ where, data: { state: 'stopped', letter: Prisma.DbNull } })
}

/** @param dueAt when a digest of her held letters may go. */
export async function postponeHeld(db: Db, accountId: string, dueAt: Date): Promise<void> {
  await db.mail.updateMany({ where: { accountId, state: 'held' }, data: { dueAt } })
}

export type MailRow = { id: string; kind: LetterKind; state: LetterState; at: Date; dueAt: Date }

/** The last letters to an account, the newest first. `at`: when it was sent, or else written. */
export async function findLastMails(sql: Sql, accountId: string, limit: number): Promise<MailRow[]> {
  return sql.$queryRaw<MailRow[]>`
    select l.id, l.kind, l.state, coalesce(l."sentAt", l."createdAt") as at, l."dueAt"
    from "Mail" l
    where l."accountId" = ${accountId}::uuid
      or l."memberId" in (select m.id from "CohortMember" m where m."accountId" = ${accountId}::uuid)
      or l."to" = (select a.email from "Account" a where a.id = ${accountId}::uuid and a."emailConfirmedAt" is not null)
    order by at desc, l.id desc limit ${limit}`
}
