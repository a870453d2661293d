import 'server-only'
import type { BudgetKind, LetterChoices } from '@/domain/letter/letter-budget'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'

/** For columns of `"Account"`: letters arrive at its address. */
export const REACHABLE = Prisma.sql`("emailConfirmedAt" is not null and "disabledAt" is null)`

/** Whether the account with this id wants reminders, as a condition. It is looked up: the list of all may be long. */
export const wantsReminders = (id: Prisma.Sql) => Prisma.sql`
  not exists (select 1 from "LetterChoice" w where w."accountId" = ${id} and w.reminders = 'none')`

/** `choices`: null if she has made none. `sent`: her letters of the last week, including those that are being sent. */
export type RecipientRow = {
  accountId: string
  reachable: boolean
  choices: LetterChoices | null
  sent: readonly { kind: BudgetKind; at: Date }[]
}

/**
 * Locks the accounts until the transaction ends, in one order, so that two senders to one person take turns, and two
 * senders to several people do not wait for each other.
 */
export async function lockForLetters(sql: Sql, accountIds: readonly string[]): Promise<void> {
  await sql.$queryRaw`
    select id from "Account" where id = any(${[...accountIds]}::uuid[]) order by id for no key update`
}

/** What the budget must know of each account; one query for all. Failed letters do not count. */
export async function findRecipients(
  sql: Sql,
  accountIds: readonly string[],
  { kinds, since }: { kinds: readonly BudgetKind[]; since: Date },
): Promise<RecipientRow[]> {
  const rows = await sql.$queryRaw<(Omit<RecipientRow, 'sent'> & { sent: { kind: BudgetKind; at: string }[] })[]>`
    select a.id as "accountId", ${REACHABLE} as reachable,
      case when c."accountId" is not null then json_build_object(
        'reminders', c.reminders, 'reviews', c.reviews, 'announcements', c.announcements,
        'pausedUntil', c."pausedUntil") end as choices,
      coalesce(m.sent, '[]') as sent
    from "Account" a
      left join "LetterChoice" c on c."accountId" = a.id
      left join lateral (
        select json_agg(json_build_object('kind', l.kind, 'at', coalesce(l."sentAt", l."createdAt"))) as sent
        from "Mail" l
        where l."accountId" = a.id and l.kind = any(${[...kinds]}::text[])
          and l.state in ('waiting', 'sending', 'sent') and coalesce(l."sentAt", l."createdAt") >= ${since}) m on true
    where a.id = any(${[...accountIds]}::uuid[])`
  return rows.map(({ sent, ...row }) => ({ ...row, sent: sent.map(({ kind, at }) => ({ kind, at: new Date(at) })) }))
}

export async function saveLetterChoices(
  sql: Sql,
  accountId: string,
  { reminders, reviews, announcements, pausedUntil }: LetterChoices,
  now: Date,
): Promise<void> {
  await sql.$executeRaw`
    insert into "LetterChoice" ("accountId", reminders, reviews, announcements, "pausedUntil", "savedAt")
    values (${accountId}::uuid, ${reminders}, ${reviews}, ${announcements}, ${pausedUntil}::date, ${now})
    on conflict ("accountId") do update set reminders = excluded.reminders, reviews = excluded.reviews,
      announcements = excluded.announcements,
      "pausedUntil" = excluded."pausedUntil", "savedAt" = excluded."savedAt"`
}
