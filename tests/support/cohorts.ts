import { randomUUID } from 'node:crypto'
import type { CohortFields } from '@/domain/cohort/cohort-fields'
import type { MemberStatus } from '@/domain/cohort/membership'
import type { CourseDraft } from '@/domain/cohort/programme-form'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { inCourse } from '@/server/cohort/courses'
import { type CohortDraft, createCohort } from '@/server/cohort/save-cohort'
import { releases } from '@/server/content/releases'
import { db, sql } from '@/server/db/client'
import { findMember, insertMember, type MemberRow } from '@/server/db/cohort/cohort-members'
import {
  type CohortInCourse,
  type CohortRow,
  findCohort,
  insertCohort,
  replaceCourses,
} from '@/server/db/cohort/cohorts'
import { NOW, publish } from './exam-room'
import { insertPerson } from './people'
import { actorNow, insertStaff, makeInstitution } from './staff'

const DAY_MS = 86_400_000

export type School = Awaited<ReturnType<typeof makeSchool>>

/** A school with its administrator and a course that it can teach. */
export async function makeSchool() {
  const institutionId = await makeInstitution()
  const administrator = await insertStaff('administrator', institutionId)
  const { courseId } = await publish()
  releases.reset() // another course has just been published
  return { institutionId, administrator, courseId }
}

export const fieldsOf = (overrides: Partial<CohortFields> = {}): CohortFields => ({
  name: 'Promotion 2026-1',
  locale: 'fr',
  startsOn: '2026-11-02',
  endsOn: '2027-01-15',
  seats: null,
  ...overrides,
})

/** Of a cohort that is asked about by routes, which read the clock: it is never over. */
export const RUNNING = { endsOn: '2099-01-15' }

type Days = Pick<CourseDraft, 'examOpensOn' | 'deadlines'>
type Made = { fields?: Partial<CohortFields & Pick<Days, 'examOpensOn'>>; tutorIds?: string[] } & Partial<
  Pick<Days, 'deadlines'>
> & { courseIds?: readonly string[] }

/** The form of a cohort in these courses. Days are set only for the first course. */
export function draftOfCohort(
  courseIds: readonly string[],
  { fields: { examOpensOn = null, ...fields } = {}, tutorIds = [], deadlines = {} }: Made = {},
): CohortDraft {
  const courses = courseIds.map((courseId, place) => ({
    courseId,
    examOpensOn: place === 0 ? examOpensOn : null,
    deadlines: place === 0 ? deadlines : {},
  }))
  return { fields: fieldsOf(fields), courses, tutorIds, copiedFromId: null }
}

/** A cohort of the school in its first course, made by its administrator. */
export async function makeCohort(school: School, made: Made = {}): Promise<CohortInCourse> {
  const { institutionId, courseId } = school
  const permit = permitFor(await actorNow(school.administrator), 'cohort:create', { institutionId })
  const draft = draftOfCohort(made.courseIds ?? [courseId], made)
  return cohortOf(await createCohort(permit, draft, NOW))
}

/** The permit of the school's administrator for enrolments in its cohort. */
export async function mayEnrol({ administrator }: School, cohort: CohortRow) {
  return permitFor(await actorNow(administrator), 'cohort:enrol', targetOf(cohort))
}

type Place = { status: MemberStatus; accountId?: string; email?: string; waitsSince?: Date }

/** A person on the cohort's roster. */
export async function insertPlace(
  cohort: CohortRow,
  { status, accountId, email = `${randomUUID()}@example.ma`, waitsSince = NOW }: Place,
): Promise<MemberRow> {
  const names = { nameArabic: 'أمينة التازي', nameLatin: 'Amina Tazi' }
  const person = { cohortId: cohort.id, accountId: accountId ?? null, email, ...names, function: 'judge', locale: 'fr' }
  const id = await insertMember(db(), { ...person, status }, null, waitsSince)
  const member = id ? await findMember(db(), id) : null
  if (!member) throw new Error('no place')
  return member
}

type Taught = { accountId: string; email: string; courseId: string }

/**
 * A cohort of an institution in the learner's course. She is an active member of it, as if she had accepted an
 * invitation.
 */
export async function teach(
  institutionId: string,
  { accountId, email, courseId }: Taught,
  since = NOW,
): Promise<CohortInCourse> {
  const { id: releaseId } = await db().release.findFirstOrThrow({ where: { courseId } })
  const draft = { ...fieldsOf(), institutionId, copiedFromId: null }
  const id = await insertCohort(db(), draft, NOW)
  await replaceCourses(db(), id, [{ courseId, releaseId, examOpensOn: null, deadlines: {} }], null)
  const cohort = await cohortOf(id)
  await insertPlace(cohort, { status: 'active', accountId, email, waitsSince: since })
  return cohort
}

/** A cohort in its first course, as it is now. */
export async function cohortOf(id: string): Promise<CohortInCourse> {
  const cohort = await findCohort(sql(), id)
  if (!cohort) throw new Error('no cohort')
  return inCourse(cohort)
}

type Learning = Parameters<typeof insertPerson>[0] & { daysQuiet?: number; done?: boolean; now?: Date }

/** An active learner who was enrolled `daysQuiet` days ago, and has done nothing since or (`done`) only one lesson. */
export async function insertParticipant(
  cohort: CohortInCourse,
  { daysQuiet = 1, done = false, now = NOW, ...who }: Learning = {},
) {
  const person = await insertPerson({ locale: 'fr', ...who })
  const { accountId, email } = person
  const member = await insertPlace(cohort, { status: 'active', accountId, email })
  const since = new Date(now.getTime() - daysQuiet * DAY_MS)
  const { courseId, releaseId } = cohort
  const { id: enrolmentId } = await db().enrolment.create({
    data: { accountId, courseId, releaseId, enrolledAt: since },
  })
  const lesson = { enrolmentId, lessonId: 'offence', openedAt: since, readAt: since, completedAt: since }
  if (done) await db().lessonState.create({ data: lesson })
  return { ...person, memberId: member.id }
}

/** The token of an invitation, as in the link of a letter. */
export async function tokenFor(memberId: string): Promise<string> {
  const mail = await db().mail.findFirstOrThrow({
    where: { memberId, kind: 'invitation' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return new URL((mail.letter as { link: string }).link).searchParams.get('token') ?? ''
}
