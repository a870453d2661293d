import 'server-only'
import type { Db, Tx } from '../client'

/** The secret is sealed. */
export type ProviderRow = { institutionId: string; issuer: string; clientId: string; sealed: string; savedAt: Date }

const COLUMNS = { institutionId: true, issuer: true, clientId: true, sealed: true, savedAt: true } as const
/** An archived institution has no provider. */
const IN_USE = { institution: { archivedAt: null } } as const

export async function findProvider(db: Db, institutionId: string): Promise<ProviderRow | null> {
  return db.signOnProvider.findFirst({ where: { institutionId, ...IN_USE }, select: COLUMNS })
}

/** The e-mail domains of an institution, in order. */
export async function findDomains(db: Db, institutionId: string): Promise<string[]> {
  const rows = await db.signOnDomain.findMany({ where: { institutionId, ...IN_USE }, orderBy: { domain: 'asc' } })
  return rows.map(({ domain }) => domain)
}

export type SchoolWithProvider = { institutionId: string; nameArabic: string; nameLatin: string }

/** The institutions whose people can sign on with the accounts that they have there. */
export async function findSchoolsWithProvider(db: Db): Promise<SchoolWithProvider[]> {
  const rows = await db.signOnProvider.findMany({
    where: IN_USE,
    select: { institution: { select: { id: true, nameArabic: true, nameLatin: true } } },
    orderBy: { institution: { nameLatin: 'asc' } },
  })
  return rows.map(({ institution: { id, ...names } }) => ({ institutionId: id, ...names }))
}

/**
 * Locks an institution, so that two who change its provider or its domains at once follow one another.
 *
 * @returns false if it is archived, or does not exist
 */
export async function lockInstitution(tx: Tx, institutionId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from "Institution" where id = ${institutionId}::uuid and "archivedAt" is null for no key update`
  return rows.length === 1
}

/** The provider, locked with the domains of its institution against changes until the transaction ends. */
export async function holdProvider(tx: Tx, institutionId: string): Promise<ProviderRow | null> {
  await tx.$queryRaw`select 1 from "Institution" where id = ${institutionId}::uuid for share`
  return findProvider(tx, institutionId)
}

type NewProvider = ProviderRow & { savedById: string }

export async function saveProviderRow(tx: Tx, { institutionId, ...provider }: NewProvider): Promise<void> {
  await tx.signOnProvider.upsert({
    where: { institutionId },
    create: { institutionId, ...provider },
    update: provider,
  })
}

/** Deletes a provider, and with it the visits of people who are on their way to it. */
export async function deleteProviderRow(tx: Tx, institutionId: string): Promise<void> {
  await tx.signOnProvider.delete({ where: { institutionId } })
}

/**
 * Ends the sessions that were opened through a provider of an institution. @param kept the issuer whose sessions go on.
 * @returns how many ended
 */
export async function endSignedOnSessions(tx: Tx, institutionId: string, kept: string | null): Promise<number> {
  const identity = { institutionId, ...(kept !== null && { issuer: { not: kept } }) }
  return (await tx.session.deleteMany({ where: { identity } })).count
}

/** How many accounts are linked to an identity at this issuer. */
export async function countLinked(db: Db, institutionId: string, issuer: string): Promise<number> {
  const linked = await db.linkedIdentity.findMany({
    where: { institutionId, issuer, endedAt: null },
    distinct: ['accountId'],
    select: { accountId: true },
  })
  return linked.length
}

export type DomainRow = { domain: string; addedAt: Date }

/** The domains of an institution with their days, in order. */
export async function findDomainRows(db: Db, institutionId: string): Promise<DomainRow[]> {
  return db.signOnDomain.findMany({
    where: { institutionId },
    select: { domain: true, addedAt: true },
    orderBy: { domain: 'asc' },
  })
}

type NewDomain = { domain: string; institutionId: string; addedById: string; addedAt: Date }

/** @returns false if an institution, perhaps this one, has the domain already. */
export async function insertDomain(tx: Tx, domain: NewDomain): Promise<boolean> {
  return (await tx.signOnDomain.createMany({ data: [domain], skipDuplicates: true })).count === 1
}

export type DomainOwner = { id: string; nameArabic: string; nameLatin: string; archivedAt: Date | null }

/** The institution that has a domain, even if it is archived. */
export async function findDomainOwner(db: Db, domain: string): Promise<DomainOwner | null> {
  const row = await db.signOnDomain.findUnique({
    where: { domain },
    select: { institution: { select: { id: true, nameArabic: true, nameLatin: true, archivedAt: true } } },
  })
  return row?.institution ?? null
}

/** @returns false if the institution does not have it. */
export async function deleteDomain(tx: Tx, domain: string, institutionId: string): Promise<boolean> {
  return (await tx.signOnDomain.deleteMany({ where: { domain, institutionId } })).count === 1
}
