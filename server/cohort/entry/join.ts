import 'server-only'
import { type Place, type SelfEnrolment, selfEnrol } from '@/domain/cohort/entry/self-enrolment'
import { AppError } from '@/domain/errors'
import type { Visit } from '../../account/request-info'
import { spendLimit } from '../../auth/limits'
import type { Permit } from '../../auth/permit'
import { type Entrant, findEntrant } from '../../db/accounts'
import { type Db, db, type Tx } from '../../db/client'
import { claimMember, countWaiting, findPlace, type MemberRow, wasRemovedByStaff } from '../../db/cohort-members'
import { endInvitations } from '../../db/invitations'
import { enrolMember } from '../accept-invitation'
import { takePlace } from '../people/take-place'
import { seatFree } from '../people/waitlist'
import { type OpenCohort, openCohort, type Way } from './open-cohort'

type May = Permit<'cohort:join'>
type Caller = Pick<Visit, 'address' | 'now'>
/** `closed`: nothing that she may come into. `elsewhere`: the place of her address belongs to another account. */
export type Outlook = { status: 'closed' | 'elsewhere' } | ({ status: 'open' } & SelfEnrolment & OpenCohort)
export type Joined = { status: 'closed' | 'elsewhere' } | { status: Place; courseId: string }

/** Where a way would lead her; `unchanged` when she is there already. @throws {AppError} too-many-requests */
export async function lookInto(permit: May, way: Way, caller: Caller): Promise<Outlook> {
  await countTry(permit, way, caller)
  const { outlook } = await look(permit, way, caller.now)
  return outlook
}

/** Comes in, asks or waits, as the cohort is open to her. A second press changes nothing. @throws {AppError} too-many-requests */
export async function join(permit: May, way: Way, caller: Caller): Promise<Joined> {
  await countTry(permit, way, caller)
  return db().$transaction(async (tx) => {
    // Locked: two who come at once take turns, and one of them gets the last seat.
    const { outlook, person, before } = await look(permit, way, caller.now, tx)
    if (outlook.status !== 'open') return outlook
    const { cohort, place, unchanged } = outlook
    // Whom a list put there before she had an account is known from now on.
    if (unchanged && before?.accountId === null) await claimMember(tx, before, person.id)
    if (!unchanged) await enter(tx, person, outlook, before, caller.now)
    return { status: place, courseId: cohort.courseId }
  })
}

type Open = Extract<Outlook, { status: 'open' }>

async function enter(
  tx: Tx,
  { id: accountId, ...person }: Entrant,
  { cohort, place }: Open,
  before: MemberRow | null,
  now: Date,
): Promise<void> {
  // Before her place, as in accepting: who accepts at this moment would else wait for us, and we for her.
  if (before) await endInvitations(tx, before.id, now)
  await takePlace(tx, { ...person, accountId }, cohort, { to: place, by: accountId }, now)
  if (place === 'active') await enrolMember(tx, cohort, { accountId, by: accountId }, now)
}

/** Codes are few: who tries many has one account, or one address. */
async function countTry({ actor }: May, way: Way, { address, now }: Caller): Promise<void> {
  if (!('code' in way)) return
  await spendLimit('join', actor.accountId, now)
  await spendLimit('join-address', address, now)
}

/** @param lock in this transaction: nobody else comes in until it ends. */
async function look({ actor }: May, way: Way, now: Date, lock?: Tx) {
  const on = lock ?? db()
  const person = await findEntrant(on, actor.accountId)
  if (!person) throw new AppError('not-found', 'account')
  const open = await openCohort(way, { email: person.email, now, lock })
  const before = open && (await findPlace(on, open.cohort.id, { email: person.email, accountId: person.id }))
  return { person, before, outlook: await outlookOf(on, open, before, person) }
}

async function outlookOf(tx: Db, open: OpenCohort | null, before: MemberRow | null, { id }: Entrant): Promise<Outlook> {
  if (!open) return { status: 'closed' }
  if (before && before.accountId !== null && before.accountId !== id) return { status: 'elsewhere' }
  const { cohort, entry } = open
  const seat = (await seatFree(tx, cohort)) && (await countWaiting(tx, cohort.id)) === 0
  const removedByStaff = before !== null && (await wasRemovedByStaff(tx, before))
  const placed = selfEnrol({ status: before?.status ?? 'none', removedByStaff }, { approval: entry.approval, seat })
  return { status: 'open', ...open, ...placed }
}
