import 'server-only'
import type { InstitutionKind } from '@/domain/auth/institution-kind'
import type { Role } from '@/domain/auth/role'
import { keptOffersSince, type OfferOutcome } from '@/domain/auth/role-offer'
import type { Names } from '@/domain/person/profile'
import { readScope, type Scope } from '@/domain/signoff/scope'
import type { Prisma } from '@/generated/prisma/client'
import type { Db, Tx } from '../client'

export type Offered = { email: string; institutionId: string | null; role: Role }
/** An offer with the names that were typed; empty if none were. `scope`: only for the offer to review texts. */
export type NamedOffer = Offered & Names & { scope?: Scope | null }

const STORED = {
  id: true,
  email: true,
  institutionId: true,
  role: true,
  offeredAt: true,
  offeredById: true,
  expiresAt: true,
  toldAt: true,
  outcome: true,
  nameArabic: true,
  nameLatin: true,
  linkUntil: true,
  linkUsedAt: true,
  scope: true,
  institution: { select: { kind: true, nameArabic: true, nameLatin: true, archivedAt: true } },
} as const
type Stored = Prisma.RoleOfferGetPayload<{ select: typeof STORED }>
type Place = Names & { kind: InstitutionKind; archivedAt: Date | null }
export type OfferRow = Omit<Stored, 'role' | 'outcome' | 'institution' | 'scope'> & {
  role: Role
  /** Null for every role but that of a reviewer. */
  scope: Scope | null
  outcome: OfferOutcome | null
  institution: Place | null
}

const asRow = <T extends Stored>(row: T) => ({
  ...row,
  role: row.role as Role,
  scope: readScope(row.scope),
  outcome: row.outcome as OfferOutcome | null,
  institution: row.institution as Place | null,
})

/** The unique key of an open offer. */
export const offerKey = ({ email, institutionId, role }: Offered) => `${email} ${institutionId ?? 'platform'} ${role}`

/** Makes an offer. An open one stays as it is. @returns its id if it is new. */
export async function insertOffer(
  db: Db,
  { scope, ...offered }: NamedOffer,
  { by, expiresAt }: { by: string; expiresAt: Date },
  now: Date,
): Promise<string | null> {
  const open = offerKey(offered)
  // An offer that expired without an answer makes room for the next.
  await db.roleOffer.updateMany({ where: { open, expiresAt: { lte: now } }, data: { open: null } })
  const row = { ...offered, ...(scope && { scope }), open, offeredAt: now, offeredById: by, expiresAt, toldAt: now }
  const made = await db.roleOffer.createManyAndReturn({ data: [row], select: { id: true }, skipDuplicates: true })
  return made[0]?.id ?? null
}

export async function findOffer(db: Db, id: string): Promise<OfferRow | null> {
  const row = await db.roleOffer.findUnique({ where: { id }, select: STORED })
  return row && asRow(row)
}

/**
 * The offers of an institution or (null) of the platform that were not accepted and are still kept, the newest first.
 */
export async function findOffersBy(db: Db, institutionId: string | null, now: Date): Promise<OfferRow[]> {
  const since = keptOffersSince(now)
  const rows = await db.roleOffer.findMany({
    where: {
      institutionId,
      OR: [
        { outcome: null, expiresAt: { gte: since } },
        { outcome: { not: 'accepted' }, endedAt: { gte: since } },
      ],
    },
    select: STORED,
    orderBy: [{ offeredAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(asRow)
}

export type ReceivedOffer = OfferRow & { offeredBy: Names | null }

/** The open offers to an address. */
export async function findOffersTo(db: Db, email: string, now: Date): Promise<ReceivedOffer[]> {
  const rows = await db.roleOffer.findMany({
    where: { email, ...waiting(now) },
    select: { ...STORED, offeredBy: { select: { nameArabic: true, nameLatin: true } } },
    orderBy: [{ offeredAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(asRow)
}

export async function countOffersTo(db: Db, email: string, now: Date): Promise<number> {
  return db.roleOffer.count({ where: { email, ...waiting(now) } })
}

/** An archived institution offers no role. */
const waiting = (now: Date) => ({
  outcome: null,
  expiresAt: { gt: now },
  OR: [{ institutionId: null }, { institution: { archivedAt: null } }],
})

/** Ends an open offer. @returns whether it was open. */
export async function endOffer(db: Db, id: string, outcome: OfferOutcome, now: Date): Promise<boolean> {
  const { count } = await db.roleOffer.updateMany({
    where: { id, outcome: null, expiresAt: { gt: now } },
    data: { outcome, endedAt: now, open: null },
  })
  return count === 1
}

/** The offer whose letter held this link, whether or not the link still works. */
export async function findOfferByLink(db: Db, linkHash: string): Promise<OfferRow | null> {
  const row = await db.roleOffer.findUnique({ where: { linkHash }, select: STORED })
  return row && asRow(row)
}

/** Gives an offer a new link; the one before no longer works. */
export async function setOfferLink(db: Db, id: string, linkHash: string, linkUntil: Date): Promise<void> {
  await db.roleOffer.update({ where: { id }, data: { linkHash, linkUntil, linkUsedAt: null } })
}

/** Uses up the link of an open offer. @returns whether it worked. */
export async function spendOfferLink(db: Db, linkHash: string, now: Date): Promise<boolean> {
  const works = { linkHash, linkUsedAt: null, linkUntil: { gt: now }, outcome: null, expiresAt: { gt: now } }
  return (await db.roleOffer.updateMany({ where: works, data: { linkUsedAt: now } })).count === 1
}

/** Renews an open offer about which no letter was written since `before`. @returns whether it did. */
export async function renewOffer(
  db: Db,
  id: string,
  { before, expiresAt }: { before: Date; expiresAt: Date },
  now: Date,
) {
  const open = { id, outcome: null, expiresAt: { gt: now }, OR: [{ toldAt: null }, { toldAt: { lte: before } }] }
  return (await db.roleOffer.updateMany({ where: open, data: { expiresAt, toldAt: now } })).count === 1
}

/** Claims offers without a letter, so that no other server writes about them too. */
export async function claimUntold(tx: Tx, limit: number, now: Date): Promise<OfferRow[]> {
  const taken = await tx.$queryRaw<{ id: string }[]>`
    update "RoleOffer" set "toldAt" = ${now}
    where id in (select id from "RoleOffer" where "toldAt" is null order by id limit ${limit} for update skip locked)
    returning id`
  const rows = await tx.roleOffer.findMany({ where: { id: { in: taken.map(({ id }) => id) } }, select: STORED })
  return rows.map(asRow)
}
