import 'server-only'
import type { Letter } from '@/domain/account/letter'
import { BUDGET_KINDS } from '@/domain/account/letter-budget'
import { HELD_MINUTES } from '@/domain/cohort/next-try'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from './client'
import { REACHABLE } from './letter-choices'
import type { Sql } from './sql'

export type MailRefs = { accountId?: string | null; memberId?: string | null }
export type DueMail = { id: string; letter: Letter; tries: number; accountId: string | null }
/** `heldUntil`: it is not sent, but waits for a digest, which may go from then on. */
export type NewMail = { letter: Letter; refs: MailRefs; heldUntil?: Date }

/** @returns its id. */
export async function insertMail(db: Db, letter: Letter, refs: MailRefs, now: Date): Promise<string> {
  return (await db.mail.create({ data: rowOf({ letter, refs }, now), select: { id: true } })).id
}

export async function insertMails(db: Db, mails: readonly NewMail[], now: Date): Promise<void> {
  await db.mail.createMany({ data: mails.map((mail) => rowOf(mail, now)) })
}

function rowOf({ letter, refs, heldUntil }: NewMail, now: Date) {
  const { kind, to } = letter
  const due = heldUntil ? { state: 'held', dueAt: heldUntil } : { dueAt: now }
  return { kind, to, letter, createdAt: now, ...due, ...refs }
}

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
  const heldUntil = new Date(now.getTime() + HELD_MINUTES * 60_000)
  return sql.$queryRaw<DueMail[]>`
    update "Mail" set state = 'sending', tries = tries + 1, "dueAt" = ${heldUntil}
    where id in (
      select m.id from "Mail" m where m.state in ('waiting', 'sending') and m."dueAt" <= ${now} and not ${IS_TO_NOBODY}
      order by m."dueAt", m.id limit ${limit} for update of m skip locked)
    returning id, letter, tries, "accountId"`
}

/** Deletes the content of the letter, since nobody needs the link in it any more. */
export async function markSent(db: Db, id: string, now: Date): Promise<void> {
  const data = { state: 'sent', sentAt: now, letter: Prisma.DbNull, problem: null }
  await db.mail.updateMany({ where: { id }, data })
}

/** @param dueAt when to try again; null: give up. */
export async function markNotSent(db: Db, id: string, problem: string, dueAt: Date | null): Promise<void> {
  const change = dueAt ? { state: 'waiting', dueAt } : { state: 'failed' }
  await db.mail.updateMany({ where: { id }, data: { ...change, problem } })
}

/** Their links no longer work when they were given up: the person asks for another. */
const SHORT_LIVED = ['confirm', 'reset']

/** Has letters sent again that were given up, with all their tries. @returns how many. */
export async function sendFailedAgain(db: Db, since: Date, now: Date): Promise<number> {
  // Of invented people there is no text to send.
  const text = { letter: { not: Prisma.DbNull } }
  const where = { state: 'failed', createdAt: { gte: since }, kind: { notIn: SHORT_LIVED }, ...text }
  const { count } = await db.mail.updateMany({ where, data: { state: 'waiting', tries: 0, dueAt: now } })
  return count
}
