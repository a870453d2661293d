import 'server-only'
import type { Locale } from '@/domain/locale'
import type { Names, Profile } from '@/domain/person/profile'
import type { Db } from '../client'
import type { Sql } from '../sql'

/** An account as sign-in sees it: the data that proves a person's identity, and how to write to her. */
export type AccountRow = {
  id: string
  email: string
  passwordHash: string
  nameArabic: string
  nameLatin: string
  locale: Locale
  confirmed: boolean
  disabled: boolean
}
export type NewAccount = Names & Profile & { email: string; passwordHash: string }

const KNOWN = {
  id: true,
  email: true,
  passwordHash: true,
  nameArabic: true,
  nameLatin: true,
  locale: true,
  emailConfirmedAt: true,
  disabledAt: true,
} as const
type Known = Omit<AccountRow, 'confirmed' | 'disabled' | 'locale'> & {
  locale: string
  emailConfirmedAt: Date | null
  disabledAt: Date | null
}

export async function findAccountByEmail(db: Db, email: string): Promise<AccountRow | null> {
  const row = await db.account.findUnique({ where: { email }, select: KNOWN })
  return row && readRow(row)
}

export async function findAccount(db: Db, id: string): Promise<AccountRow | null> {
  const row = await db.account.findUnique({ where: { id }, select: KNOWN })
  return row && readRow(row)
}

/** What a letter to its owner needs to know of an account. */
type NamedAccount = Pick<AccountRow, 'id' | 'email' | 'nameArabic' | 'nameLatin'> & { locale: string }

export async function findNamedAccounts(db: Db, ids: readonly string[]): Promise<NamedAccount[]> {
  if (ids.length === 0) return []
  const select = { id: true, email: true, nameArabic: true, nameLatin: true, locale: true }
  return db.account.findMany({ where: { id: { in: [...ids] } }, select })
}

/** The columns of an account on a list of people. */
export type Entrant = Pick<AccountRow, 'id' | 'email' | 'nameArabic' | 'nameLatin'> & {
  function: string
  institution: string
  locale: string
}

export async function findEntrant(db: Db, id: string): Promise<Entrant | null> {
  const select = {
    id: true,
    email: true,
    nameArabic: true,
    nameLatin: true,
    function: true,
    institution: true,
    locale: true,
  }
  return db.account.findUnique({ where: { id }, select })
}

/**
 * Opens an account for an address whose owner has just used the link sent to it, or takes over one that nobody ever
 * confirmed.
 *
 * @returns its id, or null if the address has a confirmed or disabled account, which stays as it is.
 */
export async function openAccount(sql: Sql, account: NewAccount, now: Date): Promise<string | null> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    insert into "Account" as a
      (id, email, "passwordHash", "nameArabic", "nameLatin", "function", institution, locale, "emailConfirmedAt")
    values (gen_random_uuid(), ${account.email}, ${account.passwordHash}, ${account.nameArabic}, ${account.nameLatin},
      ${account.function}, ${account.institution}, ${account.locale}, ${now})
    on conflict (email) do update set
      "passwordHash" = excluded."passwordHash", "nameArabic" = excluded."nameArabic", "nameLatin" = excluded."nameLatin",
      "function" = excluded."function", institution = excluded.institution, locale = excluded.locale,
      "emailConfirmedAt" = excluded."emailConfirmedAt"
      where a."emailConfirmedAt" is null and a."disabledAt" is null
    returning a.id`
  return rows[0]?.id ?? null
}

export async function setPassword(db: Db, id: string, passwordHash: string): Promise<void> {
  await db.account.updateMany({ where: { id }, data: { passwordHash } })
}

export async function updateProfile(db: Db, id: string, profile: Profile): Promise<void> {
  await db.account.updateMany({ where: { id }, data: profile })
}

/** @returns false if a certificate carries the name, or an institution has confirmed it. Then nothing is changed. */
export async function updateNames(db: Db, id: string, names: Names): Promise<boolean> {
  const { count } = await db.account.updateMany({
    where: { id, certificates: { none: {} }, confirmations: { none: {} } },
    data: names,
  })
  return count === 1
}

/** Corrects the names of a person who already holds a certificate: for the command that issues a new one. */
export async function correctNames(db: Db, id: string, names: Names): Promise<void> {
  await db.account.updateMany({ where: { id }, data: names })
}

/**
 * Locks the account until the transaction ends, so that no certificate can be issued to it meanwhile. Rows that refer to
 * it may be written: otherwise two people who act on each other at once would block each other. Null if it was deleted.
 */
export async function lockAccount(sql: Sql, id: string): Promise<Names | null> {
  const rows = await sql.$queryRaw<Names[]>`
    select "nameArabic", "nameLatin" from "Account" where id = ${id}::uuid for no key update`
  return rows[0] ?? null
}

/** Locks the account as its deletion does: from then on nothing that refers to it can be written. */
export async function lockAccountToDelete(sql: Sql, id: string): Promise<void> {
  await sql.$queryRaw`select id from "Account" where id = ${id}::uuid for update`
}

/** @param at since when the account is disabled; null enables it again. */
export async function setDisabled(db: Db, id: string, at: Date | null): Promise<void> {
  await db.account.updateMany({ where: { id }, data: { disabledAt: at } })
}

/** Deletes the account with everything that refers to it, except certificates. */
export async function deleteAccountRow(db: Db, id: string): Promise<void> {
  await db.account.deleteMany({ where: { id } })
}

function readRow({ locale, emailConfirmedAt, disabledAt, ...row }: Known): AccountRow {
  return { ...row, locale: locale as Locale, confirmed: emailConfirmedAt !== null, disabled: disabledAt !== null }
}
