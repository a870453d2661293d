import 'server-only'
import type { SignUp } from '@/domain/auth/sign-up'
import type { Locale } from '@/domain/locale'
import type { Db } from './client'
import type { Sql } from './sql'

/** What the form of a sign-up said; one of before may name a function that is on the list no more. */
export type SignUpRow = Omit<SignUp, 'function'> & { function: string }
type NewSignUp = SignUpRow & { hash: string; expiresAt: Date }

const TYPED = {
  email: true,
  nameArabic: true,
  nameLatin: true,
  function: true,
  institution: true,
  locale: true,
} as const

/** Stores a sign-up under the hash of its link. */
export async function insertSignUp(db: Db, signUp: NewSignUp): Promise<void> {
  await db.signUp.create({ data: signUp })
}

/** Drops those that nobody can confirm any more, as `dropEndedTokens` does. */
export async function dropEndedSignUps(sql: Sql, now: Date): Promise<void> {
  await sql.$executeRaw`
    delete from "SignUp" where id in (select id from "SignUp" where "expiresAt" < ${now} for update skip locked)`
}

/** The sign-up whose link still works; looking does not use it up. */
export async function findSignUp(db: Db, hash: string, now: Date): Promise<SignUpRow | null> {
  const row = await db.signUp.findFirst({ where: { hash, usedAt: null, expiresAt: { gt: now } }, select: TYPED })
  return row && readRow(row)
}

/** The address of a link that was sent, whether it still works or not; null once it is long over. */
export async function findSignUpEmail(db: Db, hash: string): Promise<string | null> {
  return (await db.signUp.findUnique({ where: { hash }, select: { email: true } }))?.email ?? null
}

/** The last sign-up with an address that still waits. */
export async function findLastSignUp(db: Db, email: string, now: Date): Promise<SignUpRow | null> {
  const where = { email, usedAt: null, expiresAt: { gt: now } }
  const row = await db.signUp.findFirst({ where, select: TYPED, orderBy: { createdAt: 'desc' } })
  return row && readRow(row)
}

/**
 * Until the transaction ends nobody else opens the account of this address. To be called before any of its links is used up:
 * two who each hold one would wait for each other's.
 */
export async function lockSignUps(sql: Sql, email: string): Promise<void> {
  await sql.$queryRaw`select id from "SignUp" where email = ${email} order by id for update`
}

/** Uses a link up. @returns whether it worked; of two who try at once, one gets it. */
export async function spendSignUp(db: Db, hash: string, now: Date): Promise<boolean> {
  const where = { hash, usedAt: null, expiresAt: { gt: now } }
  return (await db.signUp.updateMany({ where, data: { usedAt: now } })).count === 1
}

/** The address has its account: no other link that was sent to it opens one. */
export async function spendSignUps(db: Db, email: string, now: Date): Promise<void> {
  await db.signUp.updateMany({ where: { email, usedAt: null }, data: { usedAt: now } })
}

export async function dropSignUps(db: Db, email: string): Promise<void> {
  await db.signUp.deleteMany({ where: { email } })
}

function readRow<Row extends { locale: string }>(row: Row): Row & { locale: Locale } {
  return { ...row, locale: row.locale as Locale }
}
