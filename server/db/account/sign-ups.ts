import 'server-only'
import type { Locale } from '@/domain/locale'
import type { Db } from '../client'
import type { Sql } from '../sql'

/**
 * A sign-up that waits for its confirmation. Its details are empty, except in one that was made from an account which
 * was never confirmed: that one may have a function that is no longer in the list.
 */
export type SignUpRow = {
  email: string
  nameArabic: string
  nameLatin: string
  function: string
  institution: string
  locale: Locale
}
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

/** Deletes expired sign-ups, as `dropEndedTokens` does. */
export async function dropEndedSignUps(sql: Sql, now: Date): Promise<void> {
  await sql.$executeRaw`
    delete from "SignUp" where id in (select id from "SignUp" where "expiresAt" < ${now} for update skip locked)`
}

/** The sign-up whose link still works. Reading it does not use it up. */
export async function findSignUp(db: Db, hash: string, now: Date): Promise<SignUpRow | null> {
  const row = await db.signUp.findFirst({ where: { hash, usedAt: null, expiresAt: { gt: now } }, select: TYPED })
  return row && readRow(row)
}

/** The address that a link was sent to, whether or not it still works; null once its row is deleted. */
export async function findSignUpEmail(db: Db, hash: string): Promise<string | null> {
  return (await db.signUp.findUnique({ where: { hash }, select: { email: true } }))?.email ?? null
}

/** The last unconfirmed sign-up with an address. */
export async function findLastSignUp(db: Db, email: string, now: Date): Promise<SignUpRow | null> {
  const where = { email, usedAt: null, expiresAt: { gt: now } }
  const row = await db.signUp.findFirst({ where, select: TYPED, orderBy: { createdAt: 'desc' } })
  return row && readRow(row)
}

/**
 * Until the transaction ends nobody else can open the account of this address. Call it before one of its links is used
 * up: two people who each hold one could otherwise deadlock.
 */
export async function lockSignUps(sql: Sql, email: string): Promise<void> {
  await sql.$queryRaw`select id from "SignUp" where email = ${email} order by id for update`
}

/** Uses a link up. @returns whether it worked. Of two simultaneous calls, one succeeds. */
export async function spendSignUp(db: Db, hash: string, now: Date): Promise<boolean> {
  const where = { hash, usedAt: null, expiresAt: { gt: now } }
  return (await db.signUp.updateMany({ where, data: { usedAt: now } })).count === 1
}

/** Ends all other links that were sent to an address, once it has an account. */
export async function spendSignUps(db: Db, email: string, now: Date): Promise<void> {
  await db.signUp.updateMany({ where: { email, usedAt: null }, data: { usedAt: now } })
}

export async function dropSignUps(db: Db, email: string): Promise<void> {
  await db.signUp.deleteMany({ where: { email } })
}

function readRow<Row extends { locale: string }>(row: Row): Row & { locale: Locale } {
  return { ...row, locale: row.locale as Locale }
}
