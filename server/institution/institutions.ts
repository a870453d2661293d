import 'server-only'
import { decide } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import type { ComingWork } from '@/domain/institution/coming-work'
import type { InstitutionFields } from '@/domain/institution/institution'
import type { Permit } from '../auth/permit'
import { requireInstitution } from '../auth/require-institution'
import { recordAct } from '../db/audit/audit'
import { db, sql } from '../db/client'
import { findComingWork } from '../db/institution/coming-work'
import {
  archiveInstitutionRow,
  type CountedInstitution,
  findInstitutions,
  type InstitutionRow,
  insertInstitution,
  updateInstitution,
} from '../db/institution/institutions'
import { endSignedOnSessions } from '../db/sign-on/sign-on-providers'

/**
 * All institutions for the platform's staff; for anyone else those that she may open once she has given her second
 * factor.
 */
export async function listInstitutions({ actor }: Permit<'institution:list'>): Promise<CountedInstitution[]> {
  if (decide(actor, 'platform:read', {}) === 'allowed') return findInstitutions(sql())
  const staffRoles = actor.roles?.institutions.filter(({ role }) => role === 'tutor' || role === 'administrator') ?? []
  return staffRoles.length === 0
    ? []
    : findInstitutions(sql(), [...new Set(staffRoles.map(({ institutionId }) => institutionId))])
}

export async function readInstitutionOf({ target }: Permit<'institution:read'>): Promise<InstitutionRow> {
  return requireInstitution(target.institutionId)
}

/** @param id made with the form, so that a form that is sent twice creates one institution. */
export async function createInstitution(
  { actor }: Permit<'institution:create'>,
  id: string,
  fields: InstitutionFields,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    if (!(await insertInstitution(tx, id, fields, now))) return
    await recordAct(tx, { act: 'institution-created', actorId: actor.accountId, institutionId: id }, now)
  })
}

/** @throws {AppError} not-found */
export async function changeInstitution(
  { actor, target }: Permit<'institution:change'>,
  fields: InstitutionFields,
  now: Date,
): Promise<void> {
  const { institutionId } = target
  await db().$transaction(async (tx) => {
    await requireInstitution(institutionId, tx)
    await updateInstitution(tx, institutionId, fields)
    await recordAct(tx, { act: 'institution-changed', actorId: actor.accountId, institutionId }, now)
  })
}

/** What keeps an institution from being archived: only its own staff could stop it. */
export async function comingWork({ target }: Permit<'institution:archive'>, now: Date): Promise<ComingWork[]> {
  return findComingWork(sql(), target.institutionId, now)
}

/**
 * Archives an institution. Its roles give no permission from the next request on, and the sessions end that its
 * identity provider opened; the people who held them, and the audit log, stay.
 *
 * @throws {AppError} not-found; conflict while it has coming work
 */
export async function archiveInstitution(
  { actor, target }: Permit<'institution:archive'>,
  reason: string,
  now: Date,
): Promise<void> {
  const { institutionId } = target
  await db().$transaction(async (tx) => {
    await requireInstitution(institutionId, tx)
    if ((await findComingWork(tx, institutionId, now)).length > 0) throw new AppError('conflict', 'coming work')
    if (!(await archiveInstitutionRow(tx, institutionId, now))) return
    await endSignedOnSessions(tx, institutionId, null)
    await recordAct(tx, { act: 'institution-archived', actorId: actor.accountId, institutionId, reason }, now)
  })
}
