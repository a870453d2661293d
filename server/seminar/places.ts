import 'server-only'
import { decide } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import type { Need } from '@/domain/seminar/needs'
import { languagesOf } from '@/domain/text/texts'
import { dayOf, startOfDay } from '@/domain/time/day'
import type { Caller } from '../auth/caller'
import { type Permit, permitFor } from '../auth/permit'
import { recordViews } from '../db/audit/audit'
import { sql } from '../db/client'
import { findInstitutions } from '../db/institution/institutions'
import { findAllNeeds } from '../db/seminar/seminar-needs'
import { findNominees, findParticipants, type Nominee, type Participant } from '../db/seminar/seminar-people'
import { findQuotas, type QuotaRow } from '../db/seminar/seminar-quotas'
import type { SeminarRow } from '../db/seminar/seminars'
import { env } from '../env'
import { existingSeminar, seminarTarget } from './seminar-permit'

type Quota = QuotaRow & { permit: Permit<'seminar:nominate'> }
/** What the caller may do on the page of places. Each permit is null if she lacks it. */
export type MayPlaces = {
  seminar: SeminarRow
  read: Permit<'seminar:read'> | null
  change: Permit<'seminar:change'> | null
  /** The institutions for which she may name people. */
  quotas: readonly Quota[]
}

/**
 * Requires an organiser of the seminar, or a person whose institution may name people for it. @throws {AppError}
 * not-found, sign-in-required, forbidden, second-factor-missing, second-factor-required
 */
export async function requirePlaces(caller: Caller, seminarId: string): Promise<MayPlaces> {
  const [seminar, actor] = await Promise.all([existingSeminar(seminarId), caller.staff()])
  const target = seminarTarget(seminar)
  const reads = decide(actor, 'seminar:read', target)
  const all = reads === 'sign-in-required' ? [] : await findQuotas(sql(), seminar.id)
  const asked = all.map((quota) => ({
    quota,
    decision: decide(actor, 'seminar:nominate', { institutionId: quota.institutionId }),
  }))
  const hers = asked.filter(({ decision }) => decision !== 'forbidden')
  // If only her session or a code is missing, she is asked for that.
  const refused = [reads, ...hers.map(({ decision }) => decision)].find(
    (one) => one !== 'forbidden' && one !== 'allowed',
  )
  if (refused) throw new AppError(refused, 'places of a seminar')
  if (reads === 'forbidden' && hers.length === 0) throw new AppError('forbidden', 'places of a seminar')
  return {
    seminar,
    read: reads === 'allowed' ? permitFor(actor, 'seminar:read', target) : null,
    change: decide(actor, 'seminar:change', target) === 'allowed' ? permitFor(actor, 'seminar:change', target) : null,
    quotas: hers.map(({ quota }) => ({
      ...quota,
      permit: permitFor(actor, 'seminar:nominate', { institutionId: quota.institutionId }),
    })),
  }
}

export type PlacesView = {
  /** Null for those who only name people. */
  people: readonly (Participant & { needs: readonly Need[] })[] | null
  allQuotas: readonly QuotaRow[] | null
  /** The institutions that may be given a quota. */
  institutions: readonly { id: string; nameArabic: string; nameLatin: string }[]
  nominees: readonly { institutionId: string; people: readonly Nominee[] }[]
  /** Whether needs may be read here: she may change the seminar, and the operator is authorised to ask for needs. */
  showsNeeds: boolean
}

/** What the page shows. The audit log records that she saw the people; if that fails, they are not shown. */
export async function placesOf({ seminar, read, change, quotas }: MayPlaces, now: Date): Promise<PlacesView> {
  const showsNeeds = change !== null && env().needsAuthorisation !== undefined
  const [people, needs, allQuotas, institutions, nominees] = await Promise.all([
    read ? findParticipants(sql(), seminar.id) : null,
    showsNeeds ? findAllNeeds(sql(), seminar.id) : new Map<string, Need[]>(),
    read ? findQuotas(sql(), seminar.id) : null,
    change ? findInstitutions(sql()) : [],
    Promise.all(quotas.map(async ({ institutionId }) => nomineesOf(seminar.id, institutionId))),
  ])
  if (people && read) await noteSeen(read, seminar, people, now)
  return {
    people: people?.map((one) => ({ ...one, needs: needs.get(one.id) ?? [] })) ?? null,
    allQuotas,
    institutions,
    nominees,
    showsNeeds,
  }
}

async function nomineesOf(seminarId: string, institutionId: string) {
  return { institutionId, people: await findNominees(sql(), seminarId, institutionId) }
}

async function noteSeen(
  { actor }: Permit<'seminar:read'>,
  { institutionId, titles }: SeminarRow,
  people: readonly Participant[],
  now: Date,
): Promise<void> {
  const subjectIds = people.flatMap(({ accountId }) => (accountId === null ? [] : [accountId]))
  if (subjectIds.length === 0) return
  const [language] = languagesOf(titles)
  const reason = (language && titles[language]) ?? null
  const views = { act: 'seminar-place-viewed', actorId: actor.accountId, subjectIds, institutionId, reason } as const
  await recordViews(sql(), views, startOfDay(dayOf(now)), now)
}
