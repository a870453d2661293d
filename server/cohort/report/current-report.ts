import 'server-only'
import {
  type InstitutionReport,
  type NationReport,
  printCertificates,
  printPeopleOf,
  printPlaces,
  printTrained,
  type Report,
} from '@/domain/cohort/report/report'
import { reportDay } from '@/domain/cohort/report/report-day'
import type { Localized } from '@/domain/locale'
import { memoize } from '@/domain/memoize'
import type { Day } from '@/domain/time/day'
import type { Permit } from '../../auth/permit'
import { requireInstitution } from '../../auth/require-institution'
import { currentRelease } from '../../content/releases'
import { sql } from '../../db/client'
import {
  type Counted,
  countCertificates,
  countCohorts,
  countOffices,
  countPeople,
  countStages,
  countTrained,
} from '../../db/institution/report-counts'

// The printed tables depend on the counts alone, and suppression in a table of thirteen regions takes up to half a
// second, so they are cached.
const PRINT = {
  people: printOnce(printPeopleOf),
  trained: printOnce(printTrained),
  places: printOnce(printPlaces),
  certificates: printOnce(printCertificates),
}

function printOnce<C extends unknown[], P extends {}>(print: (...counts: C) => P): (...counts: C) => P {
  return memoize(print, { key: (...counts) => JSON.stringify(counts), limit: 50 })
}

/** The figures as of the evening of `day`. */
export type Current<R extends Report> = { day: Day; report: R }

/**
 * The report of an institution. It is about no person, and its number of queries does not grow with the people. @throws
 * {AppError} not-found
 */
export async function institutionReport(
  { target }: Permit<'institution:report'>,
  now: Date,
): Promise<Current<InstitutionReport>> {
  return currentInstitution(target.institutionId, now)
}

/**
 * The report of the country. It is about no person and no institution, and its number of queries does not grow with the
 * country.
 */
export async function nationReport(_: Permit<'nation:read'>, now: Date): Promise<Current<NationReport>> {
  return currentNation(now)
}

/** The report of an institution, or of the country (null). The caller must check the permission. */
export function currentReport(institutionId: string | null, now: Date): Promise<Current<Report>> {
  return institutionId === null ? currentNation(now) : currentInstitution(institutionId, now)
}

async function currentInstitution(institutionId: string, now: Date): Promise<Current<InstitutionReport>> {
  const { day, until } = reportDay(now)
  const { nameArabic, nameLatin } = await requireInstitution(institutionId)
  const [shared, counts] = await Promise.all([
    sharedFigures({ institutionId, until }),
    countPeople(sql(), institutionId, until),
  ])
  const people = PRINT.people(sorted(counts))
  return { day, report: { scope: 'institution', nameArabic, nameLatin, ...shared, people } }
}

async function currentNation(now: Date): Promise<Current<NationReport>> {
  const { day, until } = reportDay(now)
  const [shared, people, offices] = await Promise.all([
    sharedFigures({ institutionId: null, until }),
    countTrained(sql(), until),
    countOffices(sql(), until),
  ])
  const trained = PRINT.trained(sorted(people), sorted(offices))
  return { day, report: { scope: 'nation', ...shared, ...trained } }
}

async function sharedFigures(counted: Counted) {
  const [cohorts, stages, states] = await Promise.all([
    countCohorts(sql(), counted),
    countStages(sql(), counted),
    countCertificates(sql(), counted),
  ])
  return {
    cohorts,
    places: PRINT.places(cohorts, sorted(stages)),
    certificates: PRINT.certificates(sorted(states)),
    titles: await titlesOf(states.map(({ courseId }) => courseId)),
  }
}

/** The database returns groups in any order; the same counts should look the same. */
function sorted<T>(counts: readonly T[]): T[] {
  return counts.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
}

async function titlesOf(courseIds: readonly string[]): Promise<Record<string, Localized>> {
  const releases = await Promise.all([...new Set(courseIds)].map((id) => currentRelease(id)))
  return Object.fromEntries(
    releases.flatMap((release) => (release ? [[release.courseId, release.course.file.title]] : [])),
  )
}
