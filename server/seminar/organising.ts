import 'server-only'
import { decide } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import type { Caller } from '../auth/caller'
import type { Permit } from '../auth/permit'
import { db, sql } from '../db/client'
import { findInstitution, findInstitutions } from '../db/institution/institutions'

type Organising = { id: string; nameArabic: string; nameLatin: string }

/**
 * The institutions for which the caller may organise seminars, without archived ones. @throws {AppError}
 * sign-in-required, forbidden
 */
export async function organisingInstitutions(caller: Caller): Promise<Organising[]> {
  const actor = await caller.staff()
  if (actor.kind !== 'person') throw new AppError('sign-in-required', 'seminars to organise')
  const held = actor.roles?.institutions ?? []
  const ids = held
    .map(({ institutionId }) => institutionId)
    .filter((institutionId) => decide(actor, 'seminar:create', { institutionId }) !== 'forbidden')
  if (ids.length === 0) throw new AppError('forbidden', 'organises for no institution')
  return (await findInstitutions(sql(), [...new Set(ids)])).filter(({ archivedAt }) => archivedAt === null)
}

/** @throws {AppError} not-found: it is archived, or there is none */
export async function organisingInstitution({ target }: Permit<'seminar:create'>): Promise<Organising> {
  const institution = await findInstitution(db(), target.institutionId)
  if (!institution || institution.archivedAt) throw new AppError('not-found', 'institution that organises')
  return institution
}
