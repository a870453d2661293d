import 'server-only'
import type { Letter } from '@/domain/account/letter'
import { HELD_MINUTES } from '@/domain/cohort/next-try'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from './client'
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

/**
 * Claims letters that are due, the oldest first, so that no other sender takes them. If a sender dies, its letters are
 * due again after a while: they may have been sent, and are sent again under the same Message-ID.
 */
export async function claimMails(sql: Sql, limit: number, now: Date): Promise<DueMail[]> {
  const heldUntil = new Date(now.getTime() + HELD_MINUTES * 60_000)
  return sql.$queryRaw<DueMail[]>`
    update "Mail" set state = 'sending', tries = tries + 1, "dueAt" = ${heldUntil}
    where id in (
      select id from "Mail" where state in ('waiting', 'sending') and "dueAt" <= ${now}
      order by "dueAt", id limit ${limit} for update skip locked)
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
