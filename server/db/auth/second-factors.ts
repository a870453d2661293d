import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'

/** The accounts with a second factor in force. */
const GUARDED = {
  OR: [{ secondFactor: { confirmedAt: { not: null } } }, { passkeys: { some: {} } }],
} satisfies Prisma.AccountWhereInput

/** Secrets are sealed. */
export type FactorRow = {
  secret: string | null
  offered: string | null
  offeredAt: Date | null
  confirmedAt: Date | null
}

export async function findFactor(db: Db, accountId: string): Promise<FactorRow | null> {
  return db.secondFactor.findUnique({
    where: { accountId },
    select: { secret: true, offered: true, offeredAt: true, confirmedAt: true },
  })
}

/** Stores a secret whose app has not given a code yet. It replaces an earlier offer. */
export async function offerFactor(db: Db, accountId: string, offered: string, now: Date): Promise<void> {
  const offer = { offered, offeredAt: now }
  await db.secondFactor.upsert({ where: { accountId }, create: { accountId, ...offer }, update: offer })
}

export async function dropOffer(db: Db, accountId: string): Promise<void> {
  await db.secondFactor.updateMany({ where: { accountId }, data: { offered: null, offeredAt: null } })
}

/**
 * Puts the offered secret in force. @returns false if it is no longer the one offered. Of two simultaneous calls, one
 * succeeds.
 */
export async function acceptFactor(
  db: Db,
  accountId: string,
  { offered, secret, step }: { offered: string; secret: string; step: number },
  now: Date,
): Promise<boolean> {
  const { count } = await db.secondFactor.updateMany({
    where: { accountId, offered },
    data: { secret, lastStep: step, confirmedAt: now, offered: null, offeredAt: null },
  })
  return count === 1
}

/**
 * Uses the code of a time step. @returns false if it, or a later one, was used before. Of two simultaneous calls, one
 * succeeds.
 */
export async function takeStep(db: Db, accountId: string, secret: string, step: number): Promise<boolean> {
  const { count } = await db.secondFactor.updateMany({
    where: { accountId, secret, confirmedAt: { not: null }, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  return count === 1
}

/**
 * Deletes every second factor of an account: the app, the passkeys and the recovery codes. @returns whether it had one.
 */
export async function deleteFactors(db: Db, accountId: string): Promise<boolean> {
  await db.recoveryCode.deleteMany({ where: { accountId } })
  const passkeys = await db.passkey.deleteMany({ where: { accountId } })
  const app = await db.secondFactor.deleteMany({ where: { accountId } })
  return passkeys.count + app.count > 0
}

/** True if the account has a second factor in force: an app that gave its first code, or a passkey. */
export async function isGuarded(db: Db, accountId: string): Promise<boolean> {
  return (await db.account.count({ where: { id: accountId, ...GUARDED } })) > 0
}

/** Replaces the recovery codes. The old ones no longer work. */
export async function replaceRecoveryCodes(db: Db, accountId: string, hashes: readonly string[]): Promise<void> {
  await db.recoveryCode.deleteMany({ where: { accountId } })
  await db.recoveryCode.createMany({ data: hashes.map((hash) => ({ accountId, hash })) })
}

/** @returns false if it is unknown or was used. Of two simultaneous calls, one succeeds. */
export async function spendRecoveryCode(db: Db, accountId: string, hash: string, now: Date): Promise<boolean> {
  const { count } = await db.recoveryCode.updateMany({
    where: { accountId, hash, usedAt: null, account: GUARDED },
    data: { usedAt: now },
  })
  return count === 1
}

export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  return db.recoveryCode.count({ where: { accountId, usedAt: null } })
}
