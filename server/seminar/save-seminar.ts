import 'server-only'
import { createHash } from 'node:crypto'
import { AppError } from '@/domain/errors'
import { type ChangedPart, changedParts, changeOf, reviewKey, type SeminarChange } from '@/domain/seminar/change'
import type { FormChoices, SeminarFields } from '@/domain/seminar/seminar-form'
import { boundsOf, type HoursEffect, halfDaysOf, hoursEffect, leavesOut } from '@/domain/time/half-days'
import type { Permit } from '../auth/permit'
import { currentReleases } from '../content/releases'
import { videos } from '../content/videos'
import { recordAct } from '../db/audit/audit'
import { db, sql, type Tx } from '../db/client'
import { findInstitution } from '../db/institution/institutions'
import { type AttendedHalfDay, findClosedList, lockAttended } from '../db/seminar/attendance'
import { findCohortsFor, insertSeminar, lockSeminar, replaceAgenda, updateSeminar } from '../db/seminar/seminar-changes'
import { countConcerned, findSeminar, raiseSequence, type SeminarRow } from '../db/seminar/seminars'
import { wake } from '../queue/wake'
import { tellChange } from './tell'

/** The cohorts of an institution and the courses that a seminar of it may name. */
export async function seminarChoices(institutionId: string, keep: string | null) {
  const [cohorts, releases] = await Promise.all([findCohortsFor(sql(), institutionId, keep), currentReleases()])
  const open = releases.filter(({ course }) => course.file.access !== 'closed')
  // A cohort may take a closed course: its seminar may name it, and only its members read it.
  const taught = new Set(cohorts.flatMap(({ courseIds }) => courseIds))
  const courses = releases
    .filter((release) => open.includes(release) || taught.has(release.courseId))
    .map(({ courseId, course }) => ({ courseId, title: course.file.title }))
  return { cohorts, courses }
}
export type SeminarChoices = Awaited<ReturnType<typeof seminarChoices>>

export const formChoices = ({ cohorts, courses }: SeminarChoices): FormChoices => ({
  cohorts,
  courseIds: courses.map(({ courseId }) => courseId),
  films: Object.keys(videos()),
})

/** Makes a draft. @throws {AppError} not-found: there is no such institution, or it is archived */
export async function createSeminar(
  { actor, target: { institutionId } }: Permit<'seminar:create'>,
  fields: SeminarFields,
  now: Date,
): Promise<string> {
  return db().$transaction(async (tx) => {
    const institution = await findInstitution(tx, institutionId)
    if (!institution || institution.archivedAt) throw new AppError('not-found', 'institution that organises')
    const id = await insertSeminar(tx, { institutionId, createdById: actor.accountId, fields }, now)
    await replaceAgenda(tx, id, [], fields.sittings)
    const facts = { actorId: actor.accountId, institutionId, details: { seminar: id } }
    await recordAct(tx, { act: 'seminar-created', ...facts }, now)
    return id
  })
}

/**
 * What saving would do: what people would be told, how many of them, and what becomes of the hours of those who have
 * checked in. `needsReason`: somebody has, so the new agenda takes a written reason. `key`: what was shown.
 */
export type Review = {
  before: SeminarFields
  parts: readonly ChangedPart[]
  told: number
  hours: readonly HoursEffect[]
  needsReason: boolean
  key: string
}
/**
 * `version`: somebody else has changed it. `past`: an announced seminar would move into the past, or is over.
 * `attended`: a half-day in which people were present would be removed. `list-closed`: its hours are attested.
 */
type Refused = { refused: 'version' | 'past' | 'status' | 'attended' | 'list-closed' }
export type Saved = { saved: SeminarChange; told: number } | Refused | { review: Review }

/** @param seen the version that the organiser has seen. @param reviewed the key of the review that she has confirmed */
type Asked = { fields: SeminarFields; seen: number; reviewed?: string; reason?: string | null }

/**
 * Changes a seminar. If it is announced and its time or place changes, the people concerned are told. A change that
 * people are told of, or that changes attested hours, is shown to the organiser first. @throws {AppError} not-found
 */
export async function changeSeminar(
  { actor, target: { seminarId } }: Permit<'seminar:change'>,
  asked: Asked,
  now: Date,
): Promise<Saved> {
  const saved = await db().$transaction(async (tx): Promise<Saved> => {
    await lockSeminar(tx, seminarId)
    const before = await findSeminar(tx, seminarId)
    if (!before) throw new AppError('not-found', 'seminar')
    const { fields } = asked
    const change = changeOf(fieldsOf(before), fields)
    const refused = await whyRefused(tx, before, { ...asked, change }, now)
    if (refused) return { refused }
    if (change === 'none') return { saved: 'none', told: 0 }
    const attended = change === 'time' ? await lockAttended(tx, seminarId) : []
    if (leavesOut(attended, halfDaysOf(fields.sittings))) return { refused: 'attended' }
    const review = await reviewOf(tx, before, { fields, change, attended }, now)
    if (review && !isConfirmed(review, asked)) return { review }
    return store(tx, before, { fields, change, actorId: actor.accountId, reason: asked.reason || null }, now)
  })
  if ('told' in saved && saved.told > 0) await wake('mail')
  return saved
}

type Changing = { fields: SeminarFields; change: SeminarChange }

async function whyRefused(tx: Tx, { id, status, version, endsAt }: SeminarRow, wanted: Changing & Asked, now: Date) {
  if (status === 'cancelled') return 'status'
  if (version !== wanted.seen) return 'version'
  if (wanted.change !== 'time') return null
  if (await findClosedList(tx, id)) return 'list-closed'
  if (status === 'draft') return null
  return endsAt <= now || boundsOf(wanted.fields.sittings).endsAt <= now ? 'past' : null
}

const isAnnounced = ({ status, endsAt }: SeminarRow, now: Date) => status !== 'draft' && endsAt > now

/** Null if nobody is told and no hours change. */
async function reviewOf(
  tx: Tx,
  before: SeminarRow,
  { fields, change, attended }: Changing & { attended: readonly AttendedHalfDay[] },
  now: Date,
): Promise<Review | null> {
  const tells = isAnnounced(before, now) && change !== 'words'
  const told = tells ? await countConcerned(tx, before.id) : 0
  if (told === 0 && attended.length === 0) return null
  const hours = hoursEffect(attended, halfDaysOf(fields.sittings))
  const key = createHash('sha256').update(reviewKey(fields, hours)).digest('base64url')
  const was = fieldsOf(before)
  return { before: was, parts: changedParts(was, fields), told, hours, needsReason: attended.length > 0, key }
}

function isConfirmed({ key, needsReason }: Review, { reviewed, reason }: Asked): boolean {
  return reviewed === key && (!needsReason || (reason ?? '') !== '')
}

type Storing = Changing & { actorId: string; reason: string | null }

async function store(tx: Tx, before: SeminarRow, { fields, change, actorId, reason }: Storing, now: Date) {
  const { id, institutionId } = before
  const announced = isAnnounced(before, now)
  const moved = announced && change === 'time'
  await updateSeminar(tx, id, fields, moved ? now : before.rescheduledAt)
  await replaceAgenda(tx, id, before.halfDays, fields.sittings)
  const act = moved ? 'seminar-rescheduled' : 'seminar-changed'
  if (announced && change !== 'words') {
    const changes = changedParts(fieldsOf(before), fields)
    const after = { ...before, ...fields, ...boundsOf(fields.sittings), ...(moved && { rescheduledAt: now }) }
    const told = { act, kind: 'seminarChanged', actorId, why: reason, changed: { before, parts: changes } } as const
    return { saved: change, told: await tellChange(tx, after as SeminarRow, told, now) }
  }
  // Nobody is told if only words changed, but calendars that show the seminar get the new ones.
  if (announced) await raiseSequence(tx, id)
  await recordAct(tx, { act, actorId, institutionId, reason, details: { seminar: id } }, now)
  return { saved: change, told: 0 }
}

/** A stored seminar as the form would read it. */
function fieldsOf(row: SeminarRow): SeminarFields {
  const { titles, aims, place, accessDetails, link, recording, seats, admission, listed, registrationClosesAt } = row
  const { cohortId, courseId, sittings } = row
  const about = { titles, aims, place, accessDetails, link, recording, seats, admission, listed, registrationClosesAt }
  return { ...about, cohortId, courseId, sittings }
}
