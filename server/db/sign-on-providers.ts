import 'server-only'
import type { Db } from './client'

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
