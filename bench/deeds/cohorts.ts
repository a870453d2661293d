import { LOCALES } from '@/domain/locale'
import type { BenchSite } from '../bench-site'
import { REAL_COURSE } from '../fill/fill-database'
import type { Deed } from '../load'
import { cookiesOf, inTurn } from '../people'
import type { Visitor } from '../visitor'

/** Views of the largest cohort in the country, by its tutor, its administrator and its learners. */
export function cohortDeeds({ country, survey }: BenchSite, visit: Visitor) {
  const { cohortId, institutionId, tutorSession, administratorSession } = country.biggest
  const locale = inTurn(LOCALES)
  const learner = inTurn(country.learnerSessions)
  // A part of a name in either script, and of an address.
  const sought = inTurn(['ala', 'بن', 'example'])
  const cookie = cookiesOf()
  const read = async (path: string, sessionId: string) =>
    Boolean(await visit({ path: `/${locale()}${path}`, cookie: await cookie(sessionId) }))
  return {
    dashboard: () => read(`/cohorts/${cohortId}`, tutorSession),
    people: () => read(`/cohorts/${cohortId}/people?q=${encodeURIComponent(sought())}`, administratorSession),
    cohorts: () => read(`/institutions/${institutionId}/cohorts`, administratorSession),
    survey: () => read(`/institutions/${institutionId}/surveys/${survey}`, administratorSession),
    desk: () => read('/desk', country.busyAdministrator),
    course: () => read(`/courses/${REAL_COURSE}`, learner()),
  } satisfies Record<string, Deed>
}
