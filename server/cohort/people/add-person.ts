import 'server-only'
import type { AddedPerson } from '@/domain/cohort/add-person-form'
import { isImported, outcomeOf } from '@/domain/cohort/import/outcome'
import { type MemberStatus, SEATED } from '@/domain/cohort/membership'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { findAccount } from '../../db/account/accounts'
import { db, sql, type Tx } from '../../db/client'
import { findMemberByEmail, insertMember, type MemberRow, noteImported } from '../../db/cohort/cohort-members'
import { countByStatus } from '../../db/cohort/cohort-progress'
import type { CohortRow } from '../../db/cohort/cohorts'
import { wake } from '../../queue/wake'
import { cohortFacts } from '../cohort-facts'
import { invite } from '../invite'
import { requireOpen } from '../save-cohort'
import { changeStatus, recordStatusChange } from './change-status'
import { isOwn } from './own-place'
import { recipientOf } from './recipients'
import { seatFree } from './waitlist'

/** Why somebody is not added. Each has its sentence in i18n/messages/*.json under `cohorts.add.problems`. */
type NotAdded = 'own' | 'refused' | Extract<MemberStatus, 'active' | 'invited' | 'waiting' | 'asked'>
export type Added =
  | { status: 'invited' | 'waiting'; memberId: string }
  /** `memberId`: the place that she has already; null if she has none. */
  | { status: 'refused'; why: NotAdded; memberId: string | null }

/**
 * Adds one person, as a list of one row would: she is invited, or joins the waitlist while no seat is free. The caller
 * cannot see whether her address has an account.
 *
 * @throws {AppError} not-found; conflict in an archived cohort
 */
export async function addPerson(
  { actor, target }: Permit<'cohort:enrol'>,
  person: AddedPerson,
  now: Date,
): Promise<Added> {
  const by = actor.accountId
  const added = await db().$transaction(async (tx): Promise<Added> => {
    const cohort = await requireOpen(tx, target.cohortId)
    const before = await findMemberByEmail(tx, cohort.id, person.email)
    const { email } = person
    if (isOwn(await findAccount(tx, by), { email, accountId: before?.accountId ?? null })) {
      return { status: 'refused', why: 'own', memberId: before?.id ?? null }
    }
    const outcome = outcomeOf(before?.status ?? null, await seatFree(tx, cohort))
    if (!isImported(outcome)) {
      return { status: 'refused', why: whyNot(before?.status), memberId: before?.id ?? null }
    }
    const place = await placeOf(tx, { person, before, cohort }, { to: outcome, by }, now)
    const memberId = place.id
    if (outcome === 'invited')
      await invite(tx, { memberId, ...(await recipientOf(tx, place)) }, cohort, await cohortFacts(tx, cohort), now)
    return { status: outcome, memberId }
  })
  await wake('mail')
  return added
}

function whyNot(status: MemberStatus | undefined): NotAdded {
  return status === 'active' || status === 'invited' || status === 'waiting' || status === 'asked' ? status : 'refused'
}

type Placed = Omit<MemberRow, 'statusSince'>
type Placing = { person: AddedPerson; before: MemberRow | null; cohort: CohortRow }

/**
 * A new place, or the one that she had before. The typed data replaces her earlier data only while she has no account.
 */
async function placeOf(
  tx: Tx,
  { person, before, cohort }: Placing,
  move: { to: 'invited' | 'waiting'; by: string },
  now: Date,
): Promise<Placed> {
  const { email, locale } = person
  const [nameArabic, nameLatin] = [person.nameArabic ?? '', person.nameLatin ?? '']
  const institution = person.institution ?? ''
  if (before) {
    await changeStatus(tx, before, cohort, move, now)
    const written = { nameArabic, nameLatin, institution, function: person.function, locale }
    return before.accountId === null ? noteImported(tx, before.id, written) : before
  }
  const listed = nameArabic !== '' && nameLatin !== ''
  const facts = { email, nameArabic, nameLatin, function: person.function ?? '', institution, locale, listed }
  const place = { ...facts, cohortId: cohort.id, accountId: null, status: move.to }
  const id = await insertMember(tx, place, move.by, now)
  if (!id) throw new AppError('conflict', 'placed meanwhile')
  await recordStatusChange(tx, { id, accountId: null, from: null }, cohort, move, now)
  return { ...place, id }
}

/** How many seats are free; null for no limit. */
export async function seatsLeft(_: Permit<'cohort:enrol'>, { id, seats }: CohortRow): Promise<number | null> {
  if (seats === null) return null
  const statuses = await countByStatus(sql(), id)
  return Math.max(0, seats - SEATED.reduce((sum, status) => sum + (statuses[status] ?? 0), 0))
}
