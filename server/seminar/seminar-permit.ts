import 'server-only'
import type { Permission, SeminarTarget } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import { organiserState } from '@/domain/seminar/organiser'
import { isUuid } from '@/domain/uuid'
import type { Caller } from '../auth/caller'
import { type Permit, requirePermission } from '../auth/permit'
import { sql } from '../db/client'
import { findSeminar, type SeminarRow } from '../db/seminar/seminars'

type AboutSeminar = Extract<Permission, `seminar:${'change' | 'read' | 'run' | 'issue'}`>

/** A seminar with the permit to do `P` to it. @throws {AppError} not-found, or as requirePermission does */
export async function requireSeminar<P extends AboutSeminar>(
  caller: Caller,
  permission: P,
  seminarId: string,
): Promise<{ seminar: SeminarRow; permit: Permit<P> }> {
  const seminar = await existingSeminar(seminarId)
  return { seminar, permit: await requirePermission(caller, permission, seminarTarget(seminar)) }
}

/** @throws {AppError} not-found */
export async function existingSeminar(seminarId: string): Promise<SeminarRow> {
  const seminar = isUuid(seminarId) ? await findSeminar(sql(), seminarId) : null
  if (!seminar) throw new AppError('not-found', 'seminar')
  return seminar
}

export function seminarTarget({ id, institutionId, organisers, tutorIds }: SeminarRow): SeminarTarget {
  const coOrganiserIds = organisers.flatMap((one) => (organiserState(one) === 'accepted' ? [one.institutionId] : []))
  return { seminarId: id, institutionId, coOrganiserIds, tutorIds }
}
