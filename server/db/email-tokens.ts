import 'server-only'
import type { Db } from './client'
import type { Sql } from './sql'

type NewToken = { accountId: string; hash: string; expiresAt: Date }

/** Stores the hash of a link for a new password. */
export async function insertToken(db: Db, token: NewToken): Promise<void> {
  await db.emailToken.create({ data: token })
}

/**
 * Drops the links that nobody can use any more. Rows that another transaction is dropping are left to it: two cleaners must
 * not wait for each other.
 */
export async function dropEndedTokens(sql: Sql, now: Date): Promise<void> {
  await sql.$executeRaw`
    delete from "EmailToken" where id in (select id from "EmailToken" where "expiresAt" < ${now} for update skip locked)`
}

/** The account of a link that still works; looking does not use it up. */
export async function findTokenAccount(db: Db, hash: string, now: Date): Promise<string | null> {
  const token = await db.emailToken.findFirst({
    where: { hash, usedAt: null, expiresAt: { gt: now } },
    select: { accountId: true },
  })
  return token?.accountId ?? null
}

/** True for a link that has served, until it is long over. */
export async function isTokenUsed(db: Db, hash: string): Promise<boolean> {
  return (await db.emailToken.count({ where: { hash, NOT: { usedAt: null } } })) > 0
}

/** Uses a link up. @returns its account, or null when it does not work (any more); of two who try at once, one gets it. */
export async function spendToken(db: Db, hash: string, now: Date): Promise<string | null> {
  const spent = await db.emailToken.updateManyAndReturn({
    where: { hash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: { accountId: true },
  })
  return spent[0]?.accountId ?? null
}

/** Makes the links of an account that were not used worthless. */
export async function dropTokens(db: Db, accountId: string): Promise<void> {
  await db.emailToken.deleteMany({ where: { accountId, usedAt: null } })
}
