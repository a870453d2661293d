import 'server-only'
import { decide, type Person } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import { CONCERNED, type RegistrationStatus } from '@/domain/seminar/seminar'
import { type Caller, holding } from '../auth/caller'
import { sql } from '../db/client'
import { findQuotas } from '../db/seminar/seminar-quotas'
import { findSeminarRelation, type SeminarRow } from '../db/seminar/seminars'
import { existingSeminar, seminarTarget } from './seminar-permit'

/** `registration`: the status of her registration. `member`: the seminar is in the programme of a cohort of hers. */
export type SeminarReader = {
  accountId: string | null
  registration: RegistrationStatus | null
  member: boolean
  /** She may change it, keep the attendance list, or read the participants. A second factor may still be required. */
  mayChange: boolean
  mayRun: boolean
  mayRead: boolean
  /** An institution that she administers may name people for it. */
  mayNominate: boolean
}
export type OpenSeminar = { seminar: SeminarRow; reader: SeminarReader }

/**
 * A seminar for a person who may see it: it is announced to everybody, or concerns her or an institution that she
 * administers. For anybody else, a draft or a seminar for the invited does not exist. @throws {AppError} not-found
 */
export async function openSeminar(caller: Caller, seminarId: string): Promise<OpenSeminar> {
  const seminar = await existingSeminar(seminarId)
  const reader = await readerOf(caller, seminar)
  if (!maySee(seminar, reader)) throw new AppError('not-found', 'seminar that does not concern her')
  return { seminar, reader }
}

/** The registration and the rights of a reader in a seminar, whether or not she may see it. */
export async function readerOf(caller: Caller, seminar: SeminarRow): Promise<SeminarReader> {
  const person = await caller.actor()
  if (person.kind !== 'person')
    return {
      accountId: null,
      registration: null,
      member: false,
      mayChange: false,
      mayRun: false,
      mayRead: false,
      mayNominate: false,
    }
  const { accountId, confirmed } = person
  const { registration, member, roles } = await findSeminarRelation(sql(), seminar, person)
  const actor = holding(person, roles)
  const target = seminarTarget(seminar)
  const may = (permission: 'seminar:change' | 'seminar:run' | 'seminar:read') =>
    confirmed && decide(actor, permission, target) !== 'forbidden'
  const [mayChange, mayRun, mayRead] = [may('seminar:change'), may('seminar:run'), may('seminar:read')]
  const mayNominate = confirmed && (await isNominator(actor, seminar.id))
  return { accountId, registration, member, mayChange, mayRun, mayRead, mayNominate }
}

/**
 * Whether an institution for which she may name people has a quota. The database is queried only for administrators.
 */
async function isNominator(actor: Person, seminarId: string): Promise<boolean> {
  const ids = (actor.roles?.institutions ?? [])
    .map(({ institutionId }) => institutionId)
    .filter((institutionId) => decide(actor, 'seminar:nominate', { institutionId }) !== 'forbidden')
  return ids.length > 0 && (await findQuotas(sql(), seminarId, [...new Set(ids)])).length > 0
}

export function maySee(
  { status, listed }: SeminarRow,
  { registration, member, mayRead, mayNominate }: SeminarReader,
): boolean {
  if (mayRead) return true
  if (status === 'draft') return false
  return listed === 'public' || member || mayNominate || (registration !== null && CONCERNED.includes(registration))
}
