import 'server-only'
import type { Db } from '../client'
import type { Sql } from '../sql'

type NewToken = { accountId: string; hash: string; expiresAt: Date }

/** Stores the hash of a link to reset the password. */
export async function insertToken(db: Db, token: NewToken): Promise<void> {
  await db.emailToken.create({ data: token })
}

/**
 * Deletes expired links. Rows that another transaction is deleting are left to it, so that two cleaners cannot
 * deadlock.
 */
export async function dropEndedTokens(sql: Sql, now: Date): Promise<void> {
  await sql.$executeRaw`
    delete from "EmailToken" where id in (select id from "EmailToken" where "expiresAt" < ${now} for update skip locked)`
}

/** The account of a link that still works. Reading it does not use it up. */
export async function findTokenAccount(db: Db, hash: string, now: Date): Promise<string | null> {
  const token = await db.emailToken.findFirst({
    where: { hash, usedAt: null, expiresAt: { gt: now } },
    select: { accountId: true },
  })
  return token?.accountId ?? null
}

/** True for a used link, until its row is deleted. */
export async function isTokenUsed(db: Db, hash: string): Promise<boolean> {
  return (await db.emailToken.count({ where: { hash, NOT: { usedAt: null } } })) > 0
}

/**
 * Uses a link up. @returns its account, or null if it does not work or no longer works. Of two simultaneous calls, one
 * succeeds.
 */
export async function spendToken(db: Db, hash: string, now: Date): Promise<string | null> {
  const spent = await db.emailToken.updateManyAndReturn({
    where: { hash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: { accountId: true },
  })
  return spent[0]?.accountId ?? null
}

/** Makes the unused links of an account worthless. */
export async function dropTokens(db: Db, accountId: string): Promise<void> {
  await db.emailToken.deleteMany({ where: { accountId, usedAt: null } })
}
