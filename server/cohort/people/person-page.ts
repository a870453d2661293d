import 'server-only'
import { decide } from '@/domain/auth/policy'
import { countPractice, type PracticeCount } from '@/domain/case/practice-ref'
import type { Situation } from '@/domain/cohort/at-risk'
import { type DeadlineState, deadlineState } from '@/domain/cohort/deadline-state'
import type { MemberAct } from '@/domain/cohort/member-acts'
import { isOver, phaseOf } from '@/domain/cohort/phase'
import { type NameSource, nameSource } from '@/domain/institution/name-source'
import type { Localized } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import type { Day } from '@/domain/time/day'
import type { Caller } from '../../auth/caller'
import type { Permit } from '../../auth/permit'
import { findAccount } from '../../db/account/accounts'
import { db, sql } from '../../db/client'
import type { MemberRow } from '../../db/cohort/cohort-members'
import { countByStatus } from '../../db/cohort/cohort-progress'
import type { CohortRow } from '../../db/cohort/cohorts'
import {
  type CourseProgressRow,
  findCourseProgress,
  findMoves,
  findPlaceLetters,
  type MoveRow,
  type PlaceLetter,
} from '../../db/cohort/person-progress'
import { isConfirmedBy } from '../../db/institution/confirmations'
import { requireCohort } from '../cohort-permit'
import { coursesOf, type LoadedCourse } from '../courses'
import { noteVisit } from '../note-views'
import { actsFor, isFull } from './cohort-people'
import { followedIn } from './followed-in'
import { personOf } from './person-of'

/** A step of a course with a deadline. `exam` has no title of its own. */
export type PersonDeadline = { step: string; title: Localized | null; dueOn: Day; state: DeadlineState }
export type PersonCourse = {
  courseId: string
  title: Localized
  lessons: number
  lessonsDone: number
  lastActiveAt: Date | null
  /** Null if the course has no exam. `not-sat`: she has not handed one in. */
  exam: 'passed' | 'not-passed' | 'not-sat' | null
  certified: boolean
  /** Null if there is nothing to practise in the course. */
  practice: PracticeCount | null
  deadlines: readonly PersonDeadline[]
}

/** The view model of the page of one person in a cohort. */
export type PersonPage = {
  cohort: CohortRow
  member: MemberRow
  /** Her names as they stand in her account, or else on the list. */
  names: Names
  /** She has taken her place with an account, in which she sees who looked at her record. */
  hasAccount: boolean
  situation: Situation | null
  acts: readonly MemberAct[]
  full: boolean
  source: NameSource
  /** The reader can confirm identities. */
  mayConfirm: boolean
  /** The reader can write a message to her. */
  mayWrite: boolean
  /** Only while she takes part. */
  courses: readonly PersonCourse[]
  letters: readonly PlaceLetter[]
  moves: readonly MoveRow[]
}

/**
 * A person in a cohort, for its staff: never an answer, a note, a certainty or a time of reading. It records the visit
 * before anything is shown. @throws {AppError} not-found, also for a person of another cohort, or as requirePermission
 * does
 */
export async function openPerson(caller: Caller, cohortId: string, memberId: string, now: Date): Promise<PersonPage> {
  const { cohort, permit } = await requireCohort(caller, 'cohort:read', cohortId)
  const member = await personOf(permit, memberId)
  const { accountId } = member
  if (accountId) await noteVisit(permit, cohort, accountId, now)
  const [statuses, letters, moves, names, confirmed, learning] = await Promise.all([
    countByStatus(sql(), cohort.id),
    findPlaceLetters(db(), member.id),
    findMoves(db(), member.id),
    accountId ? findAccount(db(), accountId) : null,
    accountId ? isConfirmedBy(db(), accountId, cohort.institutionId) : false,
    learningOf(cohort, member, now),
  ])
  const full = isFull(cohort, statuses)
  return {
    cohort,
    member,
    names: names ?? member,
    hasAccount: accountId !== null,
    situation: learning.situation,
    acts: actsFor(permit, cohort, full)(member),
    full,
    source: nameSource(member, names, confirmed),
    mayConfirm: mayConfirm(permit, accountId),
    mayWrite: mayWrite(permit, cohort, member, now),
    courses: learning.courses,
    letters,
    moves,
  }
}

function mayConfirm({ actor, target: { institutionId } }: Permit<'cohort:read'>, accountId: string | null): boolean {
  return accountId !== null && decide(actor, 'identity:confirm', { institutionId, accountId }) === 'allowed'
}

function mayWrite(
  { actor, target }: Permit<'cohort:read'>,
  cohort: CohortRow,
  { status }: MemberRow,
  now: Date,
): boolean {
  if (status !== 'active' || isOver(phaseOf(cohort, now))) return false
  return decide(actor, 'cohort:announce', target) === 'allowed'
}

/** How she gets on in the courses of the cohort, while she takes part in it. */
async function learningOf(
  cohort: CohortRow,
  { id, accountId, status }: MemberRow,
  now: Date,
): Promise<{ situation: Situation | null; courses: PersonCourse[] }> {
  if (accountId === null || status !== 'active') return { situation: null, courses: [] }
  const [courses, { people }] = await Promise.all([coursesOf(cohort), followedIn(sql(), cohort, now, [id])])
  const rows = new Map((await findCourseProgress(sql(), id)).map((row) => [row.courseId, row]))
  return {
    situation: people.find(({ memberId }) => memberId === id)?.situation ?? null,
    courses: courses.map((course) => personCourse(course, rows.get(course.courseId) ?? null, now)),
  }
}

function personCourse(
  { courseId, release: { course }, deadlines }: LoadedCourse,
  row: CourseProgressRow | null,
  now: Date,
): PersonCourse {
  const done = new Map(row?.lessons.map(({ id, at }) => [id, new Date(at)]))
  const { outline } = course.file
  const titles = new Map(course.lessons.map(({ file }) => [file.id, file.title]))
  const steps = [...outline, ...(course.exam ? ['exam'] : [])]
  return {
    courseId,
    title: course.file.title,
    lessons: outline.length,
    lessonsDone: outline.filter((id) => done.has(id)).length,
    lastActiveAt: row?.lastActiveAt ?? null,
    exam: course.exam ? examOf(row) : null,
    certified: row?.certified ?? false,
    practice: countPractice(course, row?.practised ?? []),
    deadlines: steps.flatMap((step) => {
      const dueOn = deadlines[step]
      const doneAt = step === 'exam' ? (row?.passedAt ?? null) : (done.get(step) ?? null)
      return dueOn ? [{ step, title: titles.get(step) ?? null, dueOn, state: deadlineState(dueOn, doneAt, now) }] : []
    }),
  }
}

function examOf(row: CourseProgressRow | null): 'passed' | 'not-passed' | 'not-sat' {
  if (row?.passedAt) return 'passed'
  return (row?.handedIn ?? 0) > 0 ? 'not-passed' : 'not-sat'
}
