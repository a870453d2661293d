import 'server-only'
import type { Db } from './client'

export async function insertInvitation(
  db: Db,
  row: { memberId: string; hash: string; expiresAt: Date },
  now: Date,
): Promise<void> {
  await db.invitation.create({ data: { ...row, createdAt: now } })
}

/** Whom a way in that still works belongs to. Looking uses nothing up. */
export async function findInvited(db: Db, hash: string, now: Date): Promise<string | null> {
  const row = await db.invitation.findUnique({
    where: { hash },
    select: { memberId: true, expiresAt: true, usedAt: true },
  })
  return row && row.usedAt === null && row.expiresAt > now ? row.memberId : null
}

/** Whom a way in was sent to, whether it still works or not. */
export async function findInvitationOwner(db: Db, hash: string): Promise<string | null> {
  return (await db.invitation.findUnique({ where: { hash }, select: { memberId: true } }))?.memberId ?? null
}

/** Uses a way in, once. @returns whose it was, or null when it does not work. */
export async function spendInvitationLink(db: Db, hash: string, now: Date): Promise<string | null> {
  const spent = await db.invitation.updateManyAndReturn({
    where: { hash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: { memberId: true },
  })
  return spent[0]?.memberId ?? null
}

/** The ways in that were sent before work no longer. */
export async function endInvitations(db: Db, memberId: string, now: Date): Promise<void> {
  await db.invitation.updateMany({
    where: { memberId, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
}
