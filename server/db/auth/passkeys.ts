import 'server-only'
import type { ChallengeKind } from '@/domain/auth/passkey'
import type { Db } from '../client'

export type PasskeyRow = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }
type Credential = { id: string; publicKey: Uint8Array; counter: number; transports: string[] }
type StoredCredential = Credential & { passkeyId: string }

/** The passkeys of an account, the oldest first. */
export async function findPasskeys(db: Db, accountId: string): Promise<PasskeyRow[]> {
  return db.passkey.findMany({
    where: { accountId },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

/** What a browser needs to find the passkeys of an account. */
export async function findCredentials(db: Db, accountId: string): Promise<Pick<Credential, 'id' | 'transports'>[]> {
  const rows = await db.passkey.findMany({
    where: { accountId },
    select: { credentialId: true, transports: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ credentialId: id, transports }) => ({ id, transports }))
}

export async function findCredential(
  db: Db,
  accountId: string,
  credentialId: string,
): Promise<StoredCredential | null> {
  const row = await db.passkey.findFirst({ where: { accountId, credentialId } })
  if (!row) return null
  const { id: passkeyId, publicKey, counter, transports } = row
  return { passkeyId, id: credentialId, publicKey, counter: Number(counter), transports }
}

export async function countPasskeys(db: Db, accountId: string): Promise<number> {
  return db.passkey.count({ where: { accountId } })
}

/** @returns false if the passkey is registered already, for whatever account. */
export async function insertPasskey(
  db: Db,
  { id: credentialId, publicKey, counter, transports }: Credential,
  { accountId, name }: { accountId: string; name: string },
  now: Date,
): Promise<boolean> {
  const row = {
    accountId,
    name,
    credentialId,
    publicKey: new Uint8Array(publicKey),
    counter,
    transports,
    createdAt: now,
  }
  return (await db.passkey.createMany({ data: [row], skipDuplicates: true })).count === 1
}

/** @param before the counter that was read. @returns false if another use was noted since */
export async function noteUse(
  db: Db,
  id: string,
  { before, counter }: { before: number; counter: number },
  now: Date,
): Promise<boolean> {
  const { count } = await db.passkey.updateMany({
    where: { id, counter: before },
    data: { counter, lastUsedAt: now },
  })
  return count === 1
}

/** @returns false if the account has no such passkey. */
export async function renamePasskey(db: Db, accountId: string, id: string, name: string): Promise<boolean> {
  return (await db.passkey.updateMany({ where: { id, accountId }, data: { name } })).count === 1
}

/** @returns false if the account has no such passkey. */
export async function deletePasskey(db: Db, accountId: string, id: string): Promise<boolean> {
  return (await db.passkey.deleteMany({ where: { id, accountId } })).count === 1
}

type Challenge = { kind: ChallengeKind; challenge: string }
const stored = ({ kind, challenge }: Challenge) => `${kind} ${challenge}`

/** Stores what a passkey must sign in this browser. It replaces an earlier challenge. */
export async function putChallenge(db: Db, sessionId: string, wanted: Challenge, now: Date): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId }, data: { challenge: stored(wanted), challengedAt: now } })
}

/**
 * Uses up a challenge. @returns false if it is not the one of this browser and kind, or is older than `since`. Of two
 * simultaneous calls, one succeeds.
 */
export async function takeChallenge(db: Db, sessionId: string, taken: Challenge, since: Date): Promise<boolean> {
  const { count } = await db.session.updateMany({
    where: { id: sessionId, challenge: stored(taken), challengedAt: { gte: since } },
    data: { challenge: null, challengedAt: null },
  })
  return count === 1
}

/** The challenge of a kind that waits in this browser and is not older than `since`. */
export async function findChallenge(
  db: Db,
  sessionId: string,
  kind: ChallengeKind,
  since: Date,
): Promise<string | null> {
  const where = { id: sessionId, challenge: { startsWith: `${kind} ` }, challengedAt: { gte: since } }
  const row = await db.session.findFirst({ where, select: { challenge: true } })
  return row?.challenge?.slice(kind.length + 1) ?? null
}

export async function dropChallenge(db: Db, sessionId: string): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId }, data: { challenge: null, challengedAt: null } })
}

/** The name of the browser of a session; null if it has none. */
export async function findBrowserName(db: Db, sessionId: string): Promise<string | null> {
  return (await db.session.findUnique({ where: { id: sessionId }, select: { browser: true } }))?.browser ?? null
}
