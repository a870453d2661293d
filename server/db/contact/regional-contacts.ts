import 'server-only'
import type { ContactFields, ContactState } from '@/domain/contact/contact'
import type { ReferralRole } from '@/domain/library/referral'
import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '../client'
import type { Sql } from '../sql'

/** Days are text, as everywhere in the domain. */
const FIELDS = Prisma.sql`c.service, c."nameArabic", c."nameLatin", c.phone, c.email, c."addressArabic", c."addressLatin",
  c."hoursArabic", c."hoursLatin", c.source, c."sourceUrl", c."sourceDay"::text as "sourceDay"`
const INSTITUTION = Prisma.sql`i."nameArabic" as "institutionArabic", i."nameLatin" as "institutionLatin"`

type OfInstitution = { institutionArabic: string; institutionLatin: string }
export type ContactRow = ContactFields &
  OfInstitution & {
    id: string
    institutionId: string
    region: string
    /** The region that the institution has now. */
    ownRegion: string | null
    state: ContactState
    replacesId: string | null
    proposedById: string | null
    proposedAt: Date
    decidedAt: Date | null
    refusalReason: string | null
    endedAt: Date | null
    confirmedAt: Date | null
    expiresAt: Date | null
  }

const ROW = Prisma.sql`select c.id, c."institutionId", c.region, i.region as "ownRegion", ${FIELDS}, ${INSTITUTION}, c.state,
  c."replacesId", c."proposedById", c."proposedAt", c."decidedAt", c."refusalReason", c."endedAt", c."confirmedAt", c."expiresAt"
  from "RegionalContact" c join "Institution" i on i.id = c."institutionId"`

/** The contacts of an institution, the newest first. */
export async function findContactsOf(sql: Sql, institutionId: string, limit: number): Promise<ContactRow[]> {
  return sql.$queryRaw<ContactRow[]>`
    ${ROW} where c."institutionId" = ${institutionId}::uuid order by c."proposedAt" desc, c.id limit ${limit}`
}

/** A contact of an active institution. */
export async function findContact(sql: Sql, id: string): Promise<ContactRow | null> {
  const rows = await sql.$queryRaw<ContactRow[]>`${ROW} where c.id = ${id}::uuid and i."archivedAt" is null`
  return rows[0] ?? null
}

/** A proposal can be decided while its institution is active and its region is still the institution's own. */
const AWAITS = Prisma.sql`c.state = 'proposed' and i."archivedAt" is null and i.region = c.region`
const IN_FORCE = Prisma.sql`c.state = 'accepted' and i."archivedAt" is null and i.region = c.region`

/** The proposals that await a decision of the platform, the oldest first. */
export async function findAwaitingContacts(sql: Sql, limit: number): Promise<ContactRow[]> {
  return sql.$queryRaw<ContactRow[]>`${ROW} where ${AWAITS} order by c."proposedAt", c.id limit ${limit}`
}

export type ShownRow = ContactFields &
  OfInstitution & { id: string; region: string; decidedAt: Date; confirmedAt: Date; expiresAt: Date }

/** Public: in force and not expired. */
const shownAt = (now: Date) => Prisma.sql`${IN_FORCE} and c."expiresAt" > ${now}::timestamptz`

/** The number of contacts that are public now. */
export async function countShown(sql: Sql, now: Date): Promise<number> {
  const [row] = await sql.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from "RegionalContact" c join "Institution" i on i.id = c."institutionId"
    where ${shownAt(now)}`
  return row?.count ?? 0
}

/** The contacts that are public now, by region and name. @param region only those of one region. */
export async function findShownContacts(sql: Sql, region: string | null, now: Date): Promise<ShownRow[]> {
  return sql.$queryRaw<ShownRow[]>`
    select c.id, c.region, ${FIELDS}, ${INSTITUTION}, c."decidedAt", c."confirmedAt", c."expiresAt"
    from "RegionalContact" c join "Institution" i on i.id = c."institutionId"
    where ${shownAt(now)} and (${region}::text is null or c.region = ${region})
    order by c.region, c.service, c."nameLatin", c.id`
}

export type LapsedRow = { region: string; service: ReferralRole }

/**
 * The services whose contacts have expired and were not withdrawn or replaced. Nothing else of these contacts is read.
 */
export async function findLapsedServices(sql: Sql, region: string | null, now: Date): Promise<LapsedRow[]> {
  return sql.$queryRaw<LapsedRow[]>`
    select distinct c.region, c.service
    from "RegionalContact" c join "Institution" i on i.id = c."institutionId"
    where ${IN_FORCE} and c."expiresAt" <= ${now}::timestamptz and (${region}::text is null or c.region = ${region})
    order by c.region, c.service`
}

/**
 * Locks the institution: of two people who propose at once, the second counts the contact of the first. @returns its
 * region and the number of its contacts.
 */
export async function lockContactsOf(tx: Tx, institutionId: string): Promise<{ region: string | null; count: number }> {
  const rows = await tx.$queryRaw<{ region: string | null }[]>`
    select region from "Institution" where id = ${institutionId}::uuid and "archivedAt" is null for update`
  const count = await tx.regionalContact.count({ where: { institutionId, state: { in: ['proposed', 'accepted'] } } })
  return { region: rows[0]?.region ?? null, count }
}

type NewContact = ContactFields & {
  id: string
  institutionId: string
  region: string
  replacesId: string | null
  proposedById: string
  proposedAt: Date
}

/** @returns false if the contact exists already, or another change of the same contact awaits a decision. */
export async function insertContact(tx: Tx, { sourceDay, ...contact }: NewContact): Promise<boolean> {
  const data = [{ ...contact, sourceDay: new Date(sourceDay) }]
  return (await tx.regionalContact.createMany({ data, skipDuplicates: true })).count === 1
}

type Decision =
  | { state: 'accepted'; decidedById: string; decidedAt: Date; sourceSeen: true; confirmedAt: Date; expiresAt: Date }
  | { state: 'refused'; decidedById: string; decidedAt: Date; refusalReason: string }

/** @returns false if somebody else has decided it, or taken it back, in the meantime. */
export async function decideContactRow(tx: Tx, id: string, decision: Decision): Promise<boolean> {
  return (await tx.regionalContact.updateMany({ where: { id, state: 'proposed' }, data: decision })).count === 1
}

/** Ends a contact that another one replaces, at the moment of the replacement. */
export async function supersedeContact(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.regionalContact.updateMany({ where: { id, state: 'accepted' }, data: { state: 'superseded', endedAt: now } })
}

/** @returns its state before; null if it had ended. */
export async function withdrawContactRow(
  tx: Tx,
  { id, institutionId }: { id: string; institutionId: string },
  now: Date,
): Promise<'proposed' | 'accepted' | null> {
  for (const state of ['proposed', 'accepted'] as const) {
    const where = { id, institutionId, state }
    const { count } = await tx.regionalContact.updateMany({ where, data: { state: 'withdrawn', endedAt: now } })
    if (count === 1) return state
  }
  return null
}

/** @returns false unless it is shown and expires before `near`. */
export async function confirmContactRow(
  tx: Tx,
  { id, institutionId, region }: { id: string; institutionId: string; region: string },
  { now, near, expiresAt }: { now: Date; near: Date; expiresAt: Date },
): Promise<boolean> {
  const where = { id, institutionId, region, state: 'accepted', expiresAt: { gt: now, lte: near } }
  return (await tx.regionalContact.updateMany({ where, data: { confirmedAt: now, expiresAt } })).count === 1
}

/** The number of contacts that await a decision of this person, and the time of the oldest proposal. */
export async function countAwaitingContacts(sql: Sql, reader: string): Promise<{ count: number; since: Date | null }> {
  const rows = await sql.$queryRaw<{ count: number; since: Date | null }[]>`
    select count(*)::int as count, min(c."proposedAt") as since
    from "RegionalContact" c join "Institution" i on i.id = c."institutionId"
    where ${AWAITS} and c."proposedById" is distinct from ${reader}::uuid`
  return rows[0] ?? { count: 0, since: null }
}

export type NearContacts = { institutionId: string; count: number; nameArabic: string; nameLatin: string }

/** How many contacts of these institutions have expired or will before `near`. */
export async function countNearContacts(
  sql: Sql,
  institutionIds: readonly string[],
  near: Date,
): Promise<NearContacts[]> {
  return sql.$queryRaw<NearContacts[]>`
    select c."institutionId", count(*)::int as count, i."nameArabic", i."nameLatin"
    from "RegionalContact" c join "Institution" i on i.id = c."institutionId"
    where ${IN_FORCE} and c."expiresAt" <= ${near}::timestamptz
      and c."institutionId" = any(${[...institutionIds]}::uuid[])
    group by 1, 3, 4`
}
