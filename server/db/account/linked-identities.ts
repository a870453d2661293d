import 'server-only'
import type { Names } from '@/domain/person/profile'
import type { Holder } from '@/domain/sign-on/admit'
import type { Db } from '../client'
import type { Sql } from '../sql'

/** The identity of a person at an institution, as its provider states it. */
export type IdentityKey = { institutionId: string; issuer: string; subject: string }

/** Until the transaction ends, nobody else can link this identity or sign on with it. */
export async function lockIdentity(sql: Sql, { institutionId, issuer, subject }: IdentityKey): Promise<void> {
  const key = JSON.stringify(['sign-on', institutionId, issuer, subject])
  await sql.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`
}

/** `byAddress`: linked by the address of the account alone, not by its owner. */
export type LinkedAccount = Holder & { identityId: string; byAddress: boolean }

/** The account to which an identity is linked. */
export async function findLinkedAccount(db: Db, key: IdentityKey): Promise<LinkedAccount | null> {
  const row = await db.linkedIdentity.findUnique({
    where: { institutionId_issuer_subject: key },
    select: { id: true, domain: true, account: { select: { id: true, emailConfirmedAt: true, disabledAt: true } } },
  })
  if (!row) return null
  const { id: accountId, emailConfirmedAt, disabledAt } = row.account
  const holder = { accountId, confirmed: emailConfirmedAt !== null, disabled: disabledAt !== null }
  return { ...holder, identityId: row.id, byAddress: row.domain !== null }
}

/** Whether an account has an identity of this provider, or had one whose link its owner has ended. */
export async function hasIdentityOf(
  db: Db,
  accountId: string,
  { institutionId, issuer }: Pick<IdentityKey, 'institutionId' | 'issuer'>,
): Promise<boolean> {
  return (await db.linkedIdentity.count({ where: { accountId, institutionId, issuer } })) > 0
}

type NewLink = IdentityKey & { accountId: string; domain: string | null }

/**
 * Links an identity to an account, or notes how it is linked to this account from now on. The links to this provider
 * that its owner has ended are forgotten. Call it with the identity locked. @returns the id of the row
 */
export async function saveIdentity(
  db: Db,
  { accountId, domain, ...key }: NewLink,
  id: string,
  now: Date,
): Promise<string> {
  const { institutionId, issuer } = key
  await db.linkedIdentity.deleteMany({ where: { accountId, institutionId, issuer, endedAt: { not: null } } })
  const row = await db.linkedIdentity.upsert({
    where: { institutionId_issuer_subject: key, accountId },
    create: { ...key, accountId, domain, id, linkedAt: now },
    update: { domain, linkedAt: now },
    select: { id: true },
  })
  return row.id
}

export async function markIdentityUsed(db: Db, id: string, now: Date): Promise<void> {
  await db.linkedIdentity.updateMany({ where: { id }, data: { lastUsedAt: now } })
}

export type MyIdentity = {
  id: string
  institutionId: string
  institution: Names
  linkedAt: Date
  lastUsedAt: Date | null
  /** The institution is archived: nobody signs on with it any more. */
  archived: boolean
}

/** The identities of an account, the first linked first, those of archived institutions too. */
export async function findIdentitiesOf(db: Db, accountId: string): Promise<MyIdentity[]> {
  const rows = await db.linkedIdentity.findMany({
    where: { accountId, endedAt: null },
    select: {
      id: true,
      institutionId: true,
      linkedAt: true,
      lastUsedAt: true,
      institution: { select: { nameArabic: true, nameLatin: true, archivedAt: true } },
    },
    orderBy: [{ linkedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ institution: { archivedAt, ...institution }, ...row }) => ({
    ...row,
    institution,
    archived: archivedAt !== null,
  }))
}

/** Whether an identity is still linked. */
export async function isLinked(db: Db, id: string): Promise<boolean> {
  return (await db.linkedIdentity.count({ where: { id, endedAt: null } })) > 0
}

/**
 * Ends the link of an identity to its account. The sessions that it opened end with it, except `current`, which goes on
 * as one opened by a password.
 *
 * @returns its institution; null if the account has no such identity
 */
export async function endIdentity(
  db: Db,
  { id, accountId, current }: { id: string; accountId: string; current: string },
  now: Date,
): Promise<{ institutionId: string } | null> {
  const linked = { id, accountId, endedAt: null }
  const identity = await db.linkedIdentity.findFirst({ where: linked, select: { institutionId: true } })
  if (!identity) return null
  const ended = { endedAt: now, subject: null, domain: null }
  const { count } = await db.linkedIdentity.updateMany({ where: linked, data: ended })
  await db.session.updateMany({
    where: { id: current, accountId, identityId: id },
    data: { identityId: null, idToken: null },
  })
  // After the update, which waits for a sign-on that is inserting its session.
  await db.session.deleteMany({ where: { identityId: id } })
  return count === 1 ? identity : null
}

/** Deletes what was linked by addresses of a domain. The sessions that it opened end. @returns how many there were */
export async function deleteIdentitiesBy(db: Db, institutionId: string, domain: string): Promise<number> {
  return (await db.linkedIdentity.deleteMany({ where: { institutionId, domain } })).count
}

/**
 * Ends the links of the identities that somebody has linked to an account by hand. The caller ends its sessions.
 *
 * @returns the institutions of these identities
 */
export async function endOwnLinks(sql: Sql, accountId: string, now: Date): Promise<string[]> {
  const rows = await sql.$queryRaw<{ institutionId: string }[]>`
    update "LinkedIdentity" set "endedAt" = ${now}, subject = null
    where "accountId" = ${accountId}::uuid and domain is null and "endedAt" is null returning "institutionId"`
  return [...new Set(rows.map(({ institutionId }) => institutionId))]
}

export type SignedOnWith = { institutionId: string; issuer: string; idToken: string | null }

/** The identity by which a session was opened, with its sealed ID token; null for a password. */
export async function findSignedOnWith(db: Db, sessionId: string): Promise<SignedOnWith | null> {
  const row = await db.session.findUnique({
    where: { id: sessionId },
    select: { idToken: true, identity: { select: { institutionId: true, issuer: true } } },
  })
  return row?.identity ? { ...row.identity, idToken: row.idToken } : null
}
