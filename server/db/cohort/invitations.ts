import 'server-only'
import type { Db } from '../client'

export async function insertInvitation(
  db: Db,
  row: { memberId: string; hash: string; expiresAt: Date },
  now: Date,
): Promise<void> {
  await db.invitation.create({ data: { ...row, createdAt: now } })
}

/** The member whose invitation this is, if it still works. Reading it does not use it up. */
export async function findInvited(db: Db, hash: string, now: Date): Promise<string | null> {
  const row = await db.invitation.findUnique({
    where: { hash },
    select: { memberId: true, expiresAt: true, usedAt: true },
  })
  return row && row.usedAt === null && row.expiresAt > now ? row.memberId : null
}

/** The member that an invitation was sent to, whether or not it still works. */
export async function findInvitationOwner(db: Db, hash: string): Promise<string | null> {
  return (await db.invitation.findUnique({ where: { hash }, select: { memberId: true } }))?.memberId ?? null
}

/** Uses an invitation up. @returns its member, or null if it does not work. */
export async function spendInvitationLink(db: Db, hash: string, now: Date): Promise<string | null> {
  const spent = await db.invitation.updateManyAndReturn({
    where: { hash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: { memberId: true },
  })
  return spent[0]?.memberId ?? null
}

/** Ends the earlier invitations of a member. */
export async function endInvitations(db: Db, memberId: string, now: Date): Promise<void> {
  await db.invitation.updateMany({
    where: { memberId, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
}
