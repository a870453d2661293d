import 'server-only'
import { AppError } from '@/domain/errors'
import { type CheckInWay, namesByScript, type Tick, tickedAt } from '@/domain/seminar/attendance'
import { isUuid } from '@/domain/uuid'
import { noteShown } from '../../auth/note-views'
import type { Permit } from '../../auth/permit'
import { recordAct, recordActs } from '../../db/audit/audit'
import { db, sql, type Tx } from '../../db/client'
import {
  findClosedList,
  findPlaces,
  findUnlisted,
  insertTicks,
  type ListRow,
  type PlaceRow,
  restoreCheckIn,
  setCheckInClosed,
  strikeCheckIn,
  type UnlistedRow,
} from '../../db/seminar/attendance'
import { lockSeminar } from '../../db/seminar/seminar-changes'
import { claimPlace } from '../../db/seminar/seminar-claims'
import { changePlace, findPlace } from '../../db/seminar/seminar-registrations'
import type { HalfDayRow, SeminarRow } from '../../db/seminar/seminars'

export type AttendanceView = {
  places: readonly PlaceRow[]
  unlisted: readonly UnlistedRow[]
  closed: ListRow | null
}

/** The organiser's attendance list. The audit log of each person on it records that it was opened. */
export async function openAttendance(
  permit: Permit<'seminar:read'> | Permit<'seminar:run'> | Permit<'seminar:issue'>,
  seminar: SeminarRow,
  now: Date,
): Promise<AttendanceView> {
  const [places, unlisted, closed] = await Promise.all([
    findPlaces(sql(), seminar.id),
    findUnlisted(sql(), seminar.id),
    findClosedList(sql(), seminar.id),
  ])
  const people = places.flatMap(({ accountId }) => accountId ?? [])
  await noteShown('attendance-viewed', permit, people, now)
  return { places, unlisted, closed }
}

/** @throws {AppError} not-found */
export async function openPlace(seminar: SeminarRow, placeId: string): Promise<PlaceRow> {
  const [place] = isUuid(placeId) ? await findPlaces(sql(), seminar.id, placeId) : []
  if (!place) throw new AppError('not-found', 'place in a seminar')
  return place
}

export type Ticked = Tick & { secondsAgo: number | null }

/**
 * Marks the ticked people as present. It unmarks nobody: a list that was printed or opened earlier lacks the people who
 * have checked in since. @param way of ticks made now; a tick that a device kept (`secondsAgo`) is marked as such.
 * @returns the number of changes
 */
export async function tickPeople(
  { actor }: Permit<'seminar:run'>,
  seminar: SeminarRow,
  { ticks, way }: { ticks: readonly Ticked[]; way: Extract<CheckInWay, 'hand' | 'sheet'> },
  now: Date,
): Promise<number> {
  const half = new Map(seminar.halfDays.map((one) => [one.id, one]))
  const rows = ticks.flatMap(({ secondsAgo, ...tick }) => {
    const day = half.get(tick.halfDayId)
    // Nobody is present in a half-day more than an hour before it begins.
    if (!day || checkedTooEarly(day, now)) return []
    return [
      {
        ...tick,
        ...(secondsAgo === null ? { at: now, way } : { at: tickedAt(secondsAgo, day, now), way: 'device' as const }),
      },
    ]
  })
  return whileOpen(seminar, async (tx) => {
    const changed = await insertTicks(tx, seminar.id, rows, actor.accountId, now)
    await noteChanges(tx, seminar, actor.accountId, changed, now)
    return changed.length
  })
}

const HOUR_MS = 3_600_000
function checkedTooEarly({ startsAt }: HalfDayRow, now: Date): boolean {
  return now.getTime() < startsAt.getTime() - HOUR_MS
}

/** Strikes a presence with a reason, or restores it. @throws {AppError} not-found, conflict once the list is closed */
export async function strike(
  { actor }: Permit<'seminar:run'>,
  seminar: SeminarRow,
  { placeId, halfDayId, reason, back }: Tick & { reason: string; back: boolean },
  now: Date,
): Promise<void> {
  const place = await openPlace(seminar, placeId)
  if (!seminar.halfDays.some(({ id }) => id === halfDayId)) throw new AppError('not-found', 'half-day')
  await whileOpen(seminar, async (tx) => {
    const turned = { placeId, halfDayId, byId: actor.accountId, reason, now }
    if (back) await restoreCheckIn(tx, turned)
    else if (!(await strikeCheckIn(tx, turned))) throw new AppError('conflict', 'nothing to strike')
    const act = back ? ('attendance-restored' as const) : ('attendance-struck' as const)
    const facts = { actorId: actor.accountId, subjectId: place.accountId, institutionId: seminar.institutionId }
    await recordAct(tx, { act, ...facts, reason, details: { seminar: seminar.id, halfDay: halfDayId } }, now)
  })
}

/** Confirms or refuses a person who gave the code but was not registered. A confirmed one is registered. Idempotent. */
export async function answerUnlisted(
  { actor }: Permit<'seminar:run'>,
  seminar: SeminarRow,
  { id, confirm }: { id: string; confirm: boolean },
  now: Date,
): Promise<void> {
  await whileOpen(seminar, async (tx) => {
    const row = (await findUnlisted(tx, seminar.id)).find((one) => one.id === id)
    if (!row) return
    const { at, halfDayId } = row
    const place = confirm ? await registerUnlisted(tx, seminar.id, row, now) : null
    if (place)
      await insertTicks(tx, seminar.id, [{ placeId: place.id, halfDayId, at, way: 'code' }], actor.accountId, now)
    await tx.unlistedCheckIn.deleteMany({ where: { id } })
    const act = confirm ? ('attendance-unlisted-confirmed' as const) : ('attendance-unlisted-refused' as const)
    const subjectId = (place ?? row).accountId
    const facts = { actorId: actor.accountId, subjectId, institutionId: seminar.institutionId }
    await recordAct(tx, { act, ...facts, details: { seminar: seminar.id, halfDay: row.halfDayId } }, now)
  })
}

/**
 * She was in the room, so she gets a place, whatever the status of an earlier one and the number of seats. A place that
 * she has already stays her only one, even if she took it with her account and typed her address in the room, or the
 * other way round: the organiser has seen her, which proves more than a typed address.
 */
async function registerUnlisted(tx: Tx, seminarId: string, row: UnlistedRow, now: Date): Promise<Registered> {
  const { accountId } = row
  const found = await findPlace(tx, seminarId, { accountId, email: row.guestEmail ?? row.accountEmail })
  if (!found) return { id: await insertUnlistedPlace(tx, seminarId, row, now), accountId }
  if (found.status !== 'registered') await changePlace(tx, found.id, { status: 'registered' }, now)
  // Signed in, she has shown that the address of the place is hers.
  if (accountId) await claimPlace(tx, found.id)
  return { id: found.id, accountId: accountId ?? found.accountId }
}
type Registered = { id: string; accountId: string | null }

async function insertUnlistedPlace(tx: Tx, seminarId: string, row: UnlistedRow, now: Date): Promise<string> {
  const { accountId, guestEmail } = row
  const { nameArabic, nameLatin } = namesByScript(row.nameLatin ?? '')
  const who = accountId
    ? { accountId }
    : { guestEmail: guestEmail ?? '', guestNameArabic: nameArabic, guestNameLatin: nameLatin }
  const data = { seminarId, ...who, status: 'registered', statusSince: now, source: 'list', createdAt: now }
  return (await tx.seminarRegistration.create({ data, select: { id: true } })).id
}

/** Closes the check-in of one half-day, or opens it again. */
export async function closeCheckIn(
  { actor }: Permit<'seminar:run'>,
  seminar: SeminarRow,
  { halfDayId, close }: { halfDayId: string; close: boolean },
  now: Date,
): Promise<void> {
  if (!seminar.halfDays.some(({ id }) => id === halfDayId)) throw new AppError('not-found', 'half-day')
  await whileOpen(seminar, async (tx) => {
    await setCheckInClosed(tx, seminar.id, halfDayId, close ? now : null)
    const act = close ? ('attendance-check-in-closed' as const) : ('attendance-check-in-reopened' as const)
    const facts = { actorId: actor.accountId, institutionId: seminar.institutionId }
    await recordAct(tx, { act, ...facts, details: { seminar: seminar.id, halfDay: halfDayId } }, now)
  })
}

/** @throws {AppError} conflict once the list is closed: a correction then needs a reason and a second person */
async function whileOpen<T>(seminar: SeminarRow, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(async (tx) => {
    await lockSeminar(tx, seminar.id)
    if (await findClosedList(tx, seminar.id)) throw new AppError('conflict', 'the list is closed')
    return work(tx)
  })
}

async function noteChanges(tx: Tx, seminar: SeminarRow, actorId: string, placeIds: readonly string[], now: Date) {
  const { id, institutionId } = seminar
  const where = { id: { in: [...new Set(placeIds)] }, accountId: { not: null } }
  const people = await tx.seminarRegistration.findMany({ where, select: { accountId: true } })
  const facts = people.map(({ accountId: subjectId }) => ({
    actorId,
    subjectId,
    institutionId,
    details: { seminar: id },
  }))
  await recordActs(
    tx,
    facts.map((one) => ({ act: 'attendance-ticked' as const, ...one })),
    now,
  )
}

export async function isListClosed({ id }: SeminarRow): Promise<boolean> {
  return (await findClosedList(sql(), id)) !== null
}
