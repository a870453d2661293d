import 'server-only'
import type { LinkPurpose } from '@/domain/access/email-link'
import type { Db } from './client'

type NewToken = { accountId: string; purpose: LinkPurpose; hash: string; expiresAt: Date }

/** Stores a link's hash and drops the links that nobody can use any more. */
export async function insertToken(db: Db, token: NewToken, now: Date): Promise<void> {
  // Rows that another transaction is dropping are left to it: two cleaners must not wait for each other.
  await db.$executeRaw`
    delete from "EmailToken" where id in (select id from "EmailToken" where "expiresAt" < ${now} for update skip locked)`
  await db.emailToken.create({ data: token })
}

/** The account of a link that still works; looking does not use it up. */
export async function findTokenAccount(db: Db, hash: string, purpose: LinkPurpose, now: Date): Promise<string | null> {
  const token = await db.emailToken.findFirst({
    where: { hash, purpose, usedAt: null, expiresAt: { gt: now } },
    select: { accountId: true },
  })
  return token?.accountId ?? null
}

/** A link that was sent, whether it still works or not; null once it is long over. */
export async function findToken(
  db: Db,
  hash: string,
  purpose: LinkPurpose,
): Promise<{ accountId: string; used: boolean } | null> {
  const token = await db.emailToken.findFirst({ where: { hash, purpose }, select: { accountId: true, usedAt: true } })
  return token && { accountId: token.accountId, used: token.usedAt !== null }
}

/** Uses a link up. @returns its account, or null when it does not work (any more); of two who try at once, one gets it. */
export async function spendToken(db: Db, hash: string, purpose: LinkPurpose, now: Date): Promise<string | null> {
  const spent = await db.emailToken.updateManyAndReturn({
    where: { hash, purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: { accountId: true },
  })
  return spent[0]?.accountId ?? null
}

/** Makes the links of an account that were sent for `purpose` and not used worthless. */
export async function dropTokens(db: Db, accountId: string, purpose: LinkPurpose): Promise<void> {
  await db.emailToken.deleteMany({ where: { accountId, purpose, usedAt: null } })
}
