import 'server-only'
import { type Place, type SelfEnrolment, selfEnrol } from '@/domain/cohort/entry/self-enrolment'
import { AppError } from '@/domain/errors'
import type { Visit } from '../../account/request-info'
import { spendLimit } from '../../auth/limits'
import type { Permit } from '../../auth/permit'
import { type Entrant, findEntrant } from '../../db/account/accounts'
import { type Db, db, type Tx } from '../../db/client'
import { claimMember, countWaiting, findPlace, type MemberRow, wasRemovedByStaff } from '../../db/cohort/cohort-members'
import { endInvitations } from '../../db/cohort/invitations'
import { enrolMember } from '../accept-invitation'
import { startPath } from '../courses'
import { takePlace } from '../people/take-place'
import { seatFree } from '../people/waitlist'
import { type OpenCohort, openCohort, type Way } from './open-cohort'

type May = Permit<'cohort:join'>
type Caller = Pick<Visit, 'address' | 'now'>
/** `closed`: no cohort that the person may join. `elsewhere`: the place for her address belongs to another account. */
export type JoinPreview = { status: 'closed' | 'elsewhere' } | ({ status: 'open' } & SelfEnrolment & OpenCohort)
export type Joined = { status: 'closed' | 'elsewhere' } | { status: Place; startPath: string }

/** What would happen if the person joined; `unchanged` if she is there already. @throws {AppError} too-many-requests */
export async function previewJoin(permit: May, way: Way, caller: Caller): Promise<JoinPreview> {
  await countAttempt(permit, way, caller)
  const { outlook } = await look(permit, way, caller.now)
  return outlook
}

/**
 * Joins the cohort, asks to join or joins the waitlist, as the self-enrolment of the cohort allows. Idempotent. @throws
 * {AppError} too-many-requests
 */
export async function join(permit: May, way: Way, caller: Caller): Promise<Joined> {
  await countAttempt(permit, way, caller)
  return db().$transaction(async (tx) => {
    // The cohort is locked: two people who join at once take turns, and one of them gets the last seat.
    const { outlook, person, before } = await look(permit, way, caller.now, tx)
    if (outlook.status !== 'open') return outlook
    const { cohort, place, unchanged } = outlook
    // A roster may have listed the person before she had an account. From now on the member is tied to the account.
    if (unchanged && before?.accountId === null) await claimMember(tx, before, person.id)
    if (!unchanged) await enter(tx, person, outlook, before, caller.now)
    return { status: place, startPath: startPath(cohort) }
  })
}

type Open = Extract<JoinPreview, { status: 'open' }>

async function enter(
  tx: Tx,
  { id: accountId, ...person }: Entrant,
  { cohort, place }: Open,
  before: MemberRow | null,
  now: Date,
): Promise<void> {
  // Lock the invitations before the member, as when an invitation is accepted. In the other order two transactions
  // could deadlock.
  if (before) await endInvitations(tx, before.id, now)
  await takePlace(tx, { ...person, accountId }, cohort, { to: place, by: accountId }, now)
  if (place === 'active') await enrolMember(tx, cohort, { accountId, by: accountId }, now)
}

/** There are few codes, so attempts are limited by account and by address. */
async function countAttempt({ actor }: May, way: Way, { address, now }: Caller): Promise<void> {
  if (!('code' in way)) return
  await spendLimit('join', actor.accountId, now)
  await spendLimit('join-address', address, now)
}

/** @param lock a transaction that keeps everybody else from joining until it ends. */
async function look({ actor }: May, way: Way, now: Date, lock?: Tx) {
  const on = lock ?? db()
  const person = await findEntrant(on, actor.accountId)
  if (!person) throw new AppError('not-found', 'account')
  const open = await openCohort(way, { email: person.email, now, lock })
  const before = open && (await findPlace(on, open.cohort.id, { email: person.email, accountId: person.id }))
  return { person, before, outlook: await outlookOf(on, open, before, person) }
}

async function outlookOf(
  tx: Db,
  open: OpenCohort | null,
  before: MemberRow | null,
  { id }: Entrant,
): Promise<JoinPreview> {
  if (!open) return { status: 'closed' }
  if (before && before.accountId !== null && before.accountId !== id) return { status: 'elsewhere' }
  const { cohort, entry } = open
  const seat = (await seatFree(tx, cohort)) && (await countWaiting(tx, cohort.id)) === 0
  const removedByStaff = before !== null && (await wasRemovedByStaff(tx, before))
  const placed = selfEnrol({ status: before?.status ?? 'none', removedByStaff }, { approval: entry.approval, seat })
  return { status: 'open', ...open, ...placed }
}
