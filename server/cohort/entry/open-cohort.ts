import 'server-only'
import { dayOf } from '@/domain/cohort/day'
import { domainOf, type Entry, opensByCode, opensTo } from '@/domain/cohort/entry/entry'
import { readEntryCode } from '@/domain/cohort/entry/entry-code'
import { phaseOf } from '@/domain/cohort/phase'
import type { Db } from '../../db/client'
import { findCohortByCode, findCohortsByDomain, findEntry } from '../../db/cohort-entries'
import { type CohortRow, findCohort, lockCohort } from '../../db/cohorts'
import { findInstitution, type InstitutionRow } from '../../db/institutions'
import { isUuid } from '../cohort-permit'

/** What she comes with: a code as she typed it, or a cohort that her address opens. */
export type Way = { code: string } | { cohortId: string }
export type OpenCohort = { cohort: CohortRow; entry: Entry; institution: InstitutionRow }
type Asked = { email: string; now: Date; lock: boolean }

/** The cohort that a way leads into; null whatever the reason, so that nobody learns what is there. */
export async function openCohort(db: Db, way: Way, { email, now, lock }: Asked): Promise<OpenCohort | null> {
  const id = await cohortIdOf(db, way)
  const cohort = id ? await (lock ? lockCohort : findCohort)(db, id) : null
  if (!cohort || !['planned', 'running'].includes(phaseOf(cohort, now))) return null
  const [entry, institution] = await Promise.all([findEntry(db, cohort.id), findInstitution(db, cohort.institutionId)])
  // Read once more behind the lock: a code may have been renewed meanwhile.
  const opens = 'code' in way ? opensByCode(entry) && entry.code === readEntryCode(way.code) : opensTo(entry, email)
  return opens && institution && !institution.archivedAt ? { cohort, entry, institution } : null
}

/** All cohorts that her address opens. */
export async function cohortsOpenTo(db: Db, email: string, now: Date): Promise<OpenCohort[]> {
  const ids = await findCohortsByDomain(db, domainOf(email), dayOf(now))
  const open = await Promise.all(ids.map((cohortId) => openCohort(db, { cohortId }, { email, now, lock: false })))
  return open.filter((one) => one !== null)
}

async function cohortIdOf(db: Db, way: Way): Promise<string | null> {
  if ('cohortId' in way) return isUuid(way.cohortId) ? way.cohortId : null
  const code = readEntryCode(way.code)
  return code && findCohortByCode(db, code)
}
