import 'server-only'
import { type PeopleCount, participationOf } from '@/domain/seminar/proceedings'
import { dayOf, hourOf, nextDay } from '@/domain/time/day'
import { boundsOf, halfDaysOf } from '@/domain/time/half-days'
import { addAct } from './act'
import { attestAll, checkInToday } from './attendance'
import type { Faces } from './face'
import { addMaterials } from './material'
import { SEMINAR_PLANS, type SeminarPlan } from './seminar-plans'
import type { Staff } from './staff'
import { daysAfter, type TableBatch } from './table-batch'

const MINUTE_MS = 60_000
/** Days before now when a seminar of today or later was entered. */
const ENTERED = 20
/** Days before now when the past seminars were entered. */
const ENTERED_PAST = 500

type Host = { id: string; staff: Staff }
export type Hosts = Readonly<Record<'school' | 'commission', Host>>
/** The demo accounts that take part: `first` is registered, `late` waits if the seminar has a waitlist. */
type Guests = { first: string; late: string }

/** The seminars of the demonstration, with people of its institutions in them. */
export function addSeminars(batch: TableBatch, hosts: Hosts, guests: Guests, faces: Faces): void {
  for (const plan of SEMINAR_PLANS) {
    const { places, ...held } = addSeminar(batch, plan, hosts, guests)
    addMaterials(batch, plan.key, held)
    const issuer = faces.get(held.institutionId)
    if (plan.key === 'regional' && issuer) attestAll(batch, held, places, issuer)
    if (plan.key === 'today') checkInToday(batch, held, places)
  }
}

function addSeminar(batch: TableBatch, plan: SeminarPlan, hosts: Hosts, guests: Guests) {
  const { tables, rng, now } = batch
  const firstDay = typeof plan.on === 'string' ? plan.on : nextDay(dayOf(now), plan.on)
  const sittings = plan.sittings.map((sitting) => ({ ...sitting, ...spanOf(firstDay, sitting) }))
  const span = boundsOf(sittings)
  const createdAt = typeof plan.on === 'string' ? daysAfter(now, -ENTERED_PAST) : daysAfter(now, -ENTERED)
  const id = rng.uuid(createdAt)
  const host = hosts[plan.by]
  const actorId = host.staff.administrator.accountId
  const cancelledAt = plan.cancelReason ? daysAfter(now, -2) : null
  tables.Seminar.push({
    id,
    institutionId: host.id,
    status: plan.status,
    titles: JSON.stringify(plan.titles),
    aims: JSON.stringify(plan.aims),
    place: plan.place && JSON.stringify(plan.place),
    accessDetails: JSON.stringify(plan.accessDetails ?? {}),
    link: plan.link ?? null,
    recording: plan.recording ?? null,
    courseId: plan.course ?? null,
    seats: plan.seats,
    admission: plan.admission,
    ...span,
    sequence: cancelledAt ? 1 : 0,
    cancelledAt,
    cancelReason: plan.cancelReason ? JSON.stringify(plan.cancelReason) : null,
    createdById: actorId,
    proceedingsAt: null,
    participation: null,
    proceedingsBy: null,
    createdAt,
  })
  const halfDays = addAgenda(batch, id, createdAt, sittings)
  if (plan.with) tables.SeminarOrganiser.push(organiser(id, hosts[plan.with].id, createdAt))
  const facts = { actorId, institutionId: host.id, details: { seminar: id } }
  addAct(batch, { act: 'seminar-created', at: createdAt, ...facts })
  addAct(batch, { act: 'seminar-opened', at: createdAt, ...facts })
  if (cancelledAt) addAct(batch, { act: 'seminar-cancelled', at: cancelledAt, ...facts })
  const places = addRegistrations(batch, { id, createdAt }, plan, guests)
  addDelegations(batch, { id, createdAt }, plan)
  const by = { actorId, institutionId: host.id }
  if (plan.proceedings) publishProceedings(batch, id, by, plan.with ? [host.id, hosts[plan.with].id] : [host.id])
  const { titles, place } = plan
  return { id, institutionId: host.id, actorId, titles, place, createdAt, halfDays, places }
}

function organiser(seminarId: string, institutionId: string, askedAt: Date) {
  return { seminarId, institutionId, askedAt, acceptedAt: daysAfter(askedAt, 1), withdrawnAt: null }
}

type Sitting = SeminarPlan['sittings'][number]

function spanOf(firstDay: string, { day, from, to }: Sitting) {
  const at = (time: string) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    return new Date(hourOf(nextDay(firstDay, day), hour).getTime() + minute * MINUTE_MS)
  }
  return { startsAt: at(from), endsAt: at(to) }
}

type Timed = Sitting & { startsAt: Date; endsAt: Date }

function addAgenda({ tables, rng }: TableBatch, seminarId: string, at: Date, sittings: readonly Timed[]) {
  for (const [index, { startsAt, endsAt, titles, speakers, language, interpretation }] of sittings.entries())
    tables.SeminarSitting.push({
      id: rng.uuid(at),
      seminarId,
      position: index + 1,
      startsAt,
      endsAt,
      titles: JSON.stringify(titles),
      speakers: JSON.stringify(speakers ?? {}),
      language,
      interpretation: interpretation ?? [],
    })
  const halfDays = halfDaysOf(sittings).map((half) => ({ id: rng.uuid(at), ...half }))
  for (const half of halfDays) tables.SeminarHalfDay.push({ seminarId, ...half })
  return halfDays
}

function addRegistrations(
  { tables, rng, now }: TableBatch,
  seminar: { id: string; createdAt: Date },
  { people: [registered, waiting], admission }: SeminarPlan,
  { first, late }: Guests,
) {
  const members = tables.CohortMember.filter(({ status, accountId }) => status === 'active' && accountId)
  const others = [...new Set(members.map(({ accountId }) => String(accountId)))].filter(
    (id) => id !== first && id !== late,
  )
  const wanted = registered + waiting
  const from = rng.below(Math.max(1, others.length - wanted))
  const ids = [first, ...others.slice(from, from + wanted - 1)]
  if (waiting > 0) ids.splice(Math.min(ids.length, registered), 1, late)
  const days = Math.min(15, Math.max(1, (now.getTime() - seminar.createdAt.getTime()) / 86_400_000 - 1))
  return ids.map((accountId, index) => {
    const at = daysAfter(seminar.createdAt, (days * (index + 1)) / (wanted + 1))
    const id = rng.uuid(at)
    tables.SeminarRegistration.push({
      id,
      seminarId: seminar.id,
      accountId,
      ...NO_GUEST,
      status: index < registered ? 'registered' : 'waiting',
      statusSince: at,
      source: admission,
      createdAt: at,
    })
    return { id, accountId }
  })
}

/**
 * The columns for guests. The rows of a table are copied with the columns of its first row, so every row needs them.
 */
const NO_GUEST = {
  ...{ guestEmail: null, guestNameArabic: null, guestNameLatin: null, locale: null },
  ...{ country: null, function: null, language: null },
}

/** Invented people of other countries, as guests. */
function addDelegations(
  { tables, rng, domain }: TableBatch,
  { id, createdAt }: { id: string; createdAt: Date },
  { key, delegations = [] }: SeminarPlan,
): void {
  const at = daysAfter(createdAt, 1)
  for (const { people, ...delegation } of delegations)
    for (let n = 1; n <= people; n += 1)
      tables.SeminarRegistration.push({
        id: rng.uuid(at),
        seminarId: id,
        guestEmail: `${key}-${delegation.country}-${n}@${domain}`.toLowerCase(),
        guestNameArabic: `عضو وفد متخيل ${n}`,
        guestNameLatin: `Membre inventé d’une délégation ${n}`,
        locale: 'fr',
        status: 'registered',
        statusSince: at,
        source: 'list',
        ...delegation,
        createdAt: at,
      })
}

/** Days before now when proceedings were published. */
const PUBLISHED = 450

function publishProceedings(
  batch: TableBatch,
  id: string,
  { actorId, institutionId }: { actorId: string; institutionId: string },
  together: readonly string[],
): void {
  const { tables, now } = batch
  const names = new Map(
    tables.Institution.map(({ id: one, nameArabic, nameLatin }) => [one, { nameArabic, nameLatin }]),
  )
  const at = daysAfter(now, -PUBLISHED)
  const functions = new Map(tables.Account.map((account) => [account.id, account.function]))
  const counts = tables.SeminarRegistration.filter(({ seminarId }) => seminarId === id).map((place): PeopleCount => {
    const known = place.accountId ? functions.get(place.accountId) : place.function
    return { country: textOf(place.country), function: textOf(known), present: false, people: 1 }
  })
  const seminar = tables.Seminar.find((one) => one.id === id)
  const proceedingsBy = JSON.stringify(together.map((one) => names.get(one)))
  const participation = JSON.stringify(participationOf(counts))
  Object.assign(seminar ?? {}, { proceedingsAt: at, participation, proceedingsBy })
  addAct(batch, { act: 'proceedings-published', at, actorId, institutionId, details: { seminar: id } })
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
