import 'server-only'
import type { Db } from './client'
import type { Sql } from './sql'

/** What a browser shows at the door: the hash of its cookie's secret, and the keyed hash of the network it comes from. */
export type Caller = { hash: string | null; network: string }
export type Known = {
  /** Its row for that account. */
  browserId: string | null
  /** She has signed in from that network in another browser. */
  network: boolean
}

/** Whether an account is known to have been opened from there. An e-mail without an account is like one never opened. */
export async function findKnown(sql: Sql, email: string, { hash, network }: Caller): Promise<Known> {
  const rows = await sql.$queryRaw<Known[]>`
    select
      (select b.id from "KnownBrowser" b where b."accountId" = a.id and b.hash = ${hash}) as "browserId",
      exists (select 1 from "KnownBrowser" b where b."accountId" = a.id and b.network = ${network}) as network
    from "Account" a where a.email = ${email}`
  return rows[0] ?? { browserId: null, network: false }
}

/** Remembers that she has signed in there. @returns the row's id. */
export async function rememberBrowser(
  sql: Sql,
  accountId: string,
  { hash, network }: { hash: string; network: string },
): Promise<string> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    insert into "KnownBrowser" (id, "accountId", hash, network)
    values (gen_random_uuid(), ${accountId}::uuid, ${hash}, ${network})
    on conflict ("accountId", hash) do update set network = excluded.network, "usedAt" = now()
    returning id`
  const row = rows[0]
  if (!row) throw new Error('a browser was not remembered')
  return row.id
}

/** The browser of a session, where she has given a code of the second factor in it before; else null. */
export async function findProvedBrowser(db: Db, sessionId: string): Promise<string | null> {
  const row = await db.session.findFirst({
    where: { id: sessionId, known: { provedAt: { not: null } } },
    select: { browserId: true },
  })
  return row?.browserId ?? null
}
