import 'server-only'
import type { Locale } from '@/domain/locale'
import type { Db } from '../client'
import type { Sql } from '../sql'
import { REACHABLE } from './letter-choices'

/** Stores the secret address of a calendar, or replaces the old one. */
export async function saveFeed(
  sql: Sql,
  accountId: string,
  { hash, sealed }: { hash: string; sealed: string },
  now: Date,
): Promise<void> {
  await sql.$executeRaw`
    insert into "CalendarFeed" ("accountId", hash, sealed, "createdAt")
    values (${accountId}::uuid, ${hash}, ${sealed}, ${now})
    on conflict ("accountId") do update
      set hash = excluded.hash, sealed = excluded.sealed, "createdAt" = excluded."createdAt"`
}

export async function findFeed(db: Db, accountId: string): Promise<{ sealed: string; createdAt: Date } | null> {
  return db.calendarFeed.findUnique({ where: { accountId }, select: { sealed: true, createdAt: true } })
}

export async function deleteFeed(db: Db, accountId: string): Promise<void> {
  await db.calendarFeed.deleteMany({ where: { accountId } })
}

export type Subscriber = { accountId: string; locale: Locale; since: Date }

/** The owner of the calendar with this address; null if her account is disabled or not confirmed. */
export async function findSubscriber(sql: Sql, hash: string): Promise<Subscriber | null> {
  const rows = await sql.$queryRaw<Subscriber[]>`
    select a.id as "accountId", a.locale, f."createdAt" as since
    from "CalendarFeed" f join "Account" a on a.id = f."accountId" where f.hash = ${hash} and ${REACHABLE}`
  return rows[0] ?? null
}

/** A signed-in person as the owner of a calendar, which dates from the day of her account. */
export async function findOwner(sql: Sql, accountId: string): Promise<Subscriber> {
  const [owner] = await sql.$queryRaw<[Subscriber]>`
    select id as "accountId", locale, "createdAt" as since from "Account" where id = ${accountId}::uuid`
  return owner
}
