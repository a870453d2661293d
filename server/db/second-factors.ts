import 'server-only'
import type { Db } from './client'

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

export async function deleteFactor(db: Db, accountId: string): Promise<boolean> {
  await db.recoveryCode.deleteMany({ where: { accountId } })
  return (await db.secondFactor.deleteMany({ where: { accountId } })).count === 1
}

/** Replaces the recovery codes. The old ones no longer work. */
export async function replaceRecoveryCodes(db: Db, accountId: string, hashes: readonly string[]): Promise<void> {
  await db.recoveryCode.deleteMany({ where: { accountId } })
  await db.recoveryCode.createMany({ data: hashes.map((hash) => ({ accountId, hash })) })
}

/** @returns false if it is unknown or was used. Of two simultaneous calls, one succeeds. */
export async function spendRecoveryCode(db: Db, accountId: string, hash: string, now: Date): Promise<boolean> {
  const { count } = await db.recoveryCode.updateMany({
    where: { accountId, hash, usedAt: null, account: { secondFactor: { confirmedAt: { not: null } } } },
    data: { usedAt: now },
  })
  return count === 1
}

export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  return db.recoveryCode.count({ where: { accountId, usedAt: null } })
}
