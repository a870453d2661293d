import 'server-only'
import { HELD_MINUTES } from '@/domain/cohort/next-try'
import type { Letter } from '@/domain/letter/letter'
import { BUDGET_KINDS } from '@/domain/letter/letter-budget'
import { Prisma } from '@/generated/prisma/client'
import { REACHABLE } from '../account/letter-choices'
import type { Db } from '../client'
import type { Sql } from '../sql'

export type MailRefs = { accountId?: string | null; memberId?: string | null }
export type DueMail = { id: string; letter: Letter; tries: number; accountId: string | null }
/** `heldUntil`: the letter is not sent, but waits for a digest, which may be sent from then on. */
export type NewMail = { letter: Letter; refs: MailRefs; heldUntil?: Date }

/** @returns its id. */
export async function insertMail(db: Db, letter: Letter, refs: MailRefs, now: Date): Promise<string> {
  return (await db.mail.create({ data: rowOf({ letter, refs }, now), select: { id: true } })).id
}

/** Like `insertMail`, in a transaction of our own SQL. */
export async function insertMailIn(tx: Sql, letter: Letter, accountId: string | null, now: Date): Promise<void> {
  await tx.$executeRaw`
    insert into "Mail" (id, kind, "to", letter, "createdAt", "dueAt", "accountId")
    values (gen_random_uuid(), ${letter.kind}, ${letter.to}, ${JSON.stringify(letter)}::jsonb, ${now}, ${now},
      ${accountId}::uuid)`
}

export async function insertMails(db: Db, mails: readonly NewMail[], now: Date): Promise<void> {
  await db.mail.createMany({ data: mails.map((mail) => rowOf(mail, now)) })
}

function rowOf({ letter, refs, heldUntil }: NewMail, now: Date) {
  const { kind, to } = letter
  const due = heldUntil ? { state: 'held', dueAt: heldUntil } : { dueAt: now }
  return { kind, to, letter, createdAt: now, ...due, ...refs }
}

/**
 * The states of letters that can still leave: one that is being sent may come back, and one that was given up is sent
 * again when the administrator of the platform says so.
 */
export const UNSENT = ['waiting', 'sending', 'failed'] as const

/** For `m`, a letter: the budget counts it, and its person cannot be reached any more. */
const IS_TO_NOBODY = Prisma.sql`(m.kind = any(${BUDGET_KINDS}::text[]) and exists (
  select 1 from "Account" a where a.id = m."accountId" and not ${REACHABLE}))`

/** Ends the letters of the budget to people who cannot be reached any more, and deletes their content. */
export async function stopToNobody(sql: Sql, now: Date): Promise<void> {
  await sql.$executeRaw`
    update "Mail" m set state = 'stopped', letter = null
    where m.state in ('waiting', 'sending') and m."dueAt" <= ${now} and ${IS_TO_NOBODY}`
}

/**
 * Claims letters that are due, the oldest first, so that no other sender takes them. If a sender dies, its letters are
 * due again after a while: they may have been sent, and are sent again under the same Message-ID. A letter that the
 * budget counts stays where it is if its person cannot be reached any more.
 */
export async function claimMails(sql: Sql, limit: number, now: Date): Promise<DueMail[]> {
  return sql.$queryRaw<DueMail[]>`
    update "Mail" set state = 'sending', tries = tries + 1, "dueAt" = ${claimEnd(now)}
    where id in (
      select m.id from "Mail" m where m.state in ('waiting', 'sending') and m."dueAt" <= ${now} and not ${IS_TO_NOBODY}
      order by m."dueAt", m.id limit ${limit} for update of m skip locked)
    returning id, letter, tries, "accountId"`
}

/** Claims a claimed letter for as long again. @returns false if it was stopped since, or another sender has claimed it. */
export async function renewClaim(db: Db, { id, tries }: Pick<DueMail, 'id' | 'tries'>, now: Date): Promise<boolean> {
  const held = { id, state: 'sending', tries }
  return (await db.mail.updateMany({ where: held, data: { dueAt: claimEnd(now) } })).count === 1
}

function claimEnd(now: Date): Date {
  return new Date(now.getTime() + HELD_MINUTES * 60_000)
}

/** Deletes the content of the letter, since nobody needs the link in it any more. */
export async function markSent(db: Db, id: string, now: Date): Promise<void> {
  const data = { state: 'sent', sentAt: now, letter: Prisma.DbNull, problem: null }
  await db.mail.updateMany({ where: { id }, data })
}

/** Does not change a letter that was stopped meanwhile. @param dueAt when to try again; null: give up. */
export async function markNotSent(db: Db, id: string, problem: string, dueAt: Date | null): Promise<void> {
  const change = dueAt ? { state: 'waiting', dueAt } : { state: 'failed' }
  await db.mail.updateMany({ where: { id, state: 'sending' }, data: { ...change, problem } })
}

/** Once these letters are given up, their links no longer work: the person asks for another. */
const SHORT_LIVED = ['confirm', 'reset', 'mergeConfirm']

/** For `m`, a letter: she has left the place that it is about, or the cohort is archived. */
const IS_OF_LEFT_PLACE = Prisma.sql`exists (
  select 1 from "CohortMember" p join "Cohort" k on k.id = p."cohortId"
  where p.id = m."memberId" and (k."archivedAt" is not null or p.status in ('withdrawn', 'transferred')))`

const IS_WITHDRAWN = Prisma.sql`(m.kind = 'announcement' and exists (
  select 1 from "Announcement" n
  where n.id::text = m.letter->'about'->'announcement'->>'id' and n.state = 'withdrawn'))`

/**
 * Queues letters again that were given up, and gives them all their tries. Letters that nobody wants any more are left
 * out: their person cannot be reached or has left the cohort, or the announcement was withdrawn. @returns how many.
 */
export async function sendFailedAgain(sql: Sql, since: Date, now: Date): Promise<number> {
  // Letters of invented people have no content that could be sent.
  return sql.$executeRaw`
    update "Mail" m set state = 'waiting', tries = 0, "dueAt" = ${now}
    where m.state = 'failed' and m."createdAt" >= ${since} and m.kind <> all(${SHORT_LIVED}::text[])
      and m.letter is not null and m.letter <> 'null'::jsonb
      and not ${IS_TO_NOBODY} and not ${IS_OF_LEFT_PLACE} and not ${IS_WITHDRAWN}`
}
