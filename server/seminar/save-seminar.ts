import 'server-only'
import { AppError } from '@/domain/errors'
import { changeOf, type SeminarChange } from '@/domain/seminar/change'
import { boundsOf, halfDaysOf, leavesOut } from '@/domain/seminar/half-days'
import type { FormChoices, SeminarFields } from '@/domain/seminar/seminar-form'
import type { Permit } from '../auth/permit'
import { currentReleases } from '../content/releases'
import { videos } from '../content/videos'
import { lockAttended } from '../db/attendance'
import { recordAct } from '../db/audit'
import { db, sql } from '../db/client'
import { findInstitution } from '../db/institutions'
import { findCohortsFor, insertSeminar, lockSeminar, replaceAgenda, updateSeminar } from '../db/seminar-changes'
import { findSeminar, raiseSequence, type SeminarRow } from '../db/seminars'
import { wake } from '../jobs/wake'
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
 * `version`: somebody else has changed it. `past`: an announced seminar would move into the past, or is over.
 * `attended`: a half-day in which people were present would be removed.
 */
export type Saved = { saved: SeminarChange; told: number } | { refused: 'version' | 'past' | 'status' | 'attended' }

/**
 * Changes a seminar. If it is announced and its time or place changes, the people concerned are told.
 *
 * @param seen the version that the organiser has seen. @throws {AppError} not-found
 */
export async function changeSeminar(
  { actor, target: { seminarId } }: Permit<'seminar:change'>,
  { fields, seen }: { fields: SeminarFields; seen: number },
  now: Date,
): Promise<Saved> {
  const saved = await db().$transaction(async (tx): Promise<Saved> => {
    await lockSeminar(tx, seminarId)
    const before = await findSeminar(tx, seminarId)
    if (!before) throw new AppError('not-found', 'seminar')
    const change = changeOf(fieldsOf(before), fields)
    const refused = whyRefused(before, { fields, seen, change }, now)
    if (refused) return { refused }
    if (change === 'none') return { saved: 'none', told: 0 }
    if (change === 'time' && leavesOut(await lockAttended(tx, seminarId), halfDaysOf(fields.sittings)))
      return { refused: 'attended' }
    const announced = before.status !== 'draft' && before.endsAt > now
    const moved = announced && change === 'time'
    await updateSeminar(tx, seminarId, fields, moved ? now : before.rescheduledAt)
    await replaceAgenda(tx, seminarId, before.halfDays, fields.sittings)
    const actorId = actor.accountId
    const act = moved ? 'seminar-rescheduled' : 'seminar-changed'
    if (announced && change !== 'words') {
      const after = { ...before, ...fields, ...boundsOf(fields.sittings) } as SeminarRow
      return { saved: change, told: await tellChange(tx, after, { act, kind: 'seminarChanged', actorId }, now) }
    }
    // Nobody is told if only words changed, but calendars that show the seminar get the new ones.
    if (announced) await raiseSequence(tx, seminarId)
    const facts = { actorId, institutionId: before.institutionId, details: { seminar: seminarId } }
    await recordAct(tx, { act, ...facts }, now)
    return { saved: change, told: 0 }
  })
  if ('told' in saved && saved.told > 0) await wake('mail')
  return saved
}

type Wanted = { fields: SeminarFields; seen: number; change: SeminarChange }

function whyRefused({ status, version, endsAt }: SeminarRow, wanted: Wanted, now: Date) {
  if (status === 'cancelled') return 'status'
  if (version !== wanted.seen) return 'version'
  if (status === 'draft' || wanted.change !== 'time') return null
  return endsAt <= now || boundsOf(wanted.fields.sittings).endsAt <= now ? 'past' : null
}

/** A stored seminar as the form would read it. */
function fieldsOf(row: SeminarRow): SeminarFields {
  const { titles, aims, place, accessDetails, link, recording, seats, admission, listed, registrationClosesAt } = row
  const { cohortId, courseId, sittings } = row
  const about = { titles, aims, place, accessDetails, link, recording, seats, admission, listed, registrationClosesAt }
  return { ...about, cohortId, courseId, sittings }
}
