import 'server-only'
import type { Db } from '../client'
import type { Sql } from '../sql'

/** What identifies the browser at sign-in: the hash of the secret in its cookie, and the keyed hash of its network. */
export type Caller = { hash: string | null; network: string }
export type Known = {
  /** The id of its row for that account. */
  browserId: string | null
  /** True if she has signed in from that network in another browser. */
  network: boolean
}

/**
 * Whether this browser, or this network, has been used to sign in to an account. An e-mail without an account counts
 * like one never used.
 */
export async function findKnown(sql: Sql, email: string, { hash, network }: Caller): Promise<Known> {
  const rows = await sql.$queryRaw<Known[]>`
    select
      (select b.id from "KnownBrowser" b where b."accountId" = a.id and b.hash = ${hash}) as "browserId",
      exists (select 1 from "KnownBrowser" b where b."accountId" = a.id and b.network = ${network}) as network
    from "Account" a where a.email = ${email}`
  return rows[0] ?? { browserId: null, network: false }
}

/** Stores that the person has signed in with this browser. @returns the id of the row. */
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

/** The browser of a session, if a code of the second factor was given in it before; otherwise null. */
export async function findProvedBrowser(db: Db, sessionId: string): Promise<string | null> {
  const row = await db.session.findFirst({
    where: { id: sessionId, known: { provedAt: { not: null } } },
    select: { browserId: true },
  })
  return row?.browserId ?? null
}
