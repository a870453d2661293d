import 'server-only'
import type { Answer, Item } from '@/domain/api/answers'
import { type PageQuery, pageOf } from '@/domain/api/page-query'
import { ApiProblem } from '@/domain/api/problem'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { dayOf } from '@/domain/time/day'
import { isUuid } from '@/domain/uuid'
import { coursesOf, hasExam, type LoadedCourse } from '../cohort/courses'
import { peopleOf } from '../cohort/export/people-list'
import { findOpenCohorts } from '../db/api/api-reads'
import { sql } from '../db/client'
import { type ExportRow, findSeatedAfter } from '../db/cohort/cohort-export'
import { type CohortRow, findCohort } from '../db/cohort/cohorts'
import { noteApiRead } from './note-read'
import type { ApiAccess } from './open-token'

export async function readCohorts(access: ApiAccess, { after, limit }: PageQuery): Promise<Answer<'Cohorts'>> {
  const ids = await findOpenCohorts(sql(), access, { after, limit: limit + 1 })
  const { items, next } = pageOf(
    ids.map((id) => ({ id })),
    limit,
  )
  const cohorts = await Promise.all(items.map(({ id }) => findCohort(sql(), id)))
  const known = cohorts.filter((cohort) => cohort !== null)
  return { items: await Promise.all(known.map(describe)), next }
}

async function describe(cohort: CohortRow): Promise<Item<'Cohorts'>> {
  const { id, name, startsOn, endsOn, archivedAt } = cohort
  const courses = (await coursesOf(cohort)).map((course) => ({
    id: course.courseId,
    titles: course.release.course.file.title,
    lessons: course.release.course.file.outline.length,
    exam: hasExam(course),
  }))
  return { id, name, startsOn, endsOn, archivedAt: archivedAt?.toISOString() ?? null, courses }
}

/**
 * The people of a cohort as its export lists them. @throws {ApiProblem} not-found, also for a cohort of another
 * institution and for one that the token does not cover
 */
export async function readMembers(
  access: ApiAccess,
  cohortId: string,
  { after, limit }: PageQuery,
  now: Date,
): Promise<Answer<'Members'>> {
  const cohort = await openCohort(access, cohortId)
  const ids = await findSeatedAfter(sql(), cohort.id, { after, limit: limit + 1 })
  const { items, next } = pageOf(
    ids.map((id) => ({ id })),
    limit,
  )
  await noteApiRead(access, { what: 'members', of: cohort.id }, now)
  const courses = await coursesOf(cohort)
  const people = await peopleOf(
    items.map(({ id }) => id),
    cohort,
  )
  return { items: people.map((person) => describePerson(person, courses)), next }
}

async function openCohort(access: ApiAccess, cohortId: string): Promise<CohortRow> {
  const [open] = isUuid(cohortId) ? await findOpenCohorts(sql(), access, { after: null, limit: 1 }, cohortId) : []
  const cohort = open ? await findCohort(sql(), open) : null
  if (!cohort) throw new ApiProblem('not-found')
  return cohort
}

function describePerson(
  person: readonly [ExportRow, ...ExportRow[]],
  courses: readonly LoadedCourse[],
): Item<'Members'> {
  const [{ memberId: id, status, nameArabic, nameLatin, email, function: personFunction }] = person
  const who = { id, status, nameArabic, nameLatin, email, function: personFunction }
  return {
    ...who,
    courses: courses.flatMap((course, place) => {
      const row = person[place]
      return row ? [describeProgress(row, course)] : []
    }),
  }
}

/** Only what the columns of the export contain: days without hours, and nothing about failed attempts. */
function describeProgress(row: ExportRow, course: LoadedCourse): Item<'Members'>['courses'][number] {
  const { outline } = course.release.course.file
  const { status, doneLessons, enrolledAt, passedAt, certificate } = row
  const active = status === 'active'
  return {
    courseId: course.courseId,
    enrolledOn: enrolledAt && dayOf(enrolledAt),
    lessons: outline.length,
    lessonsDone: active ? outline.filter((id) => doneLessons?.[id] !== undefined).length : null,
    passed: active && hasExam(course) ? passedAt !== null : null,
    passedOn: passedAt && dayOf(passedAt),
    certificate: certificate && formatCertificateNumber(certificate),
  }
}
