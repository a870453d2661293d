import 'server-only'
import { domainOf, type Entry, opensByCode, opensTo } from '@/domain/cohort/entry/entry'
import { readEntryCode } from '@/domain/cohort/entry/entry-code'
import { phaseOf } from '@/domain/cohort/phase'
import { dayOf } from '@/domain/time/day'
import { isUuid } from '@/domain/uuid'
import { type Db, db, sql, type Tx } from '../../db/client'
import { findCohortByCode, findCohortsByDomain, findEntry } from '../../db/cohort/cohort-entries'
import { type CohortRow, findCohort, lockCohort } from '../../db/cohort/cohorts'
import { findInstitution, type InstitutionRow } from '../../db/institution/institutions'

/** An enrolment code as it was typed, or a cohort that the address of the person opens. */
export type Way = { code: string } | { cohortId: string }
export type OpenCohort = { cohort: CohortRow; entry: Entry; institution: InstitutionRow }
/** `lock`: a transaction that keeps everybody else from joining until it ends. */
type Asked = { email: string; now: Date; lock?: Tx | undefined }

/**
 * The cohort that the person may join in this way; null whatever the reason, so that nobody learns which cohorts exist.
 */
export async function openCohort(way: Way, { email, now, lock }: Asked): Promise<OpenCohort | null> {
  const on = lock ?? db()
  const id = await cohortIdOf(on, way)
  const cohort = id ? await (lock ? lockCohort(lock, id) : findCohort(sql(), id)) : null
  if (!cohort || !['planned', 'running'].includes(phaseOf(cohort, now))) return null
  const [entry, institution] = await Promise.all([findEntry(on, cohort.id), findInstitution(on, cohort.institutionId)])
  // Read again under the lock: the code may have been replaced in the meantime.
  const opens = 'code' in way ? opensByCode(entry) && entry.code === readEntryCode(way.code) : opensTo(entry, email)
  return opens && institution && !institution.archivedAt ? { cohort, entry, institution } : null
}

/** All cohorts that are open to an address. */
export async function cohortsOpenTo(email: string, now: Date): Promise<OpenCohort[]> {
  const ids = await findCohortsByDomain(db(), domainOf(email), dayOf(now))
  const open = await Promise.all(ids.map((cohortId) => openCohort({ cohortId }, { email, now })))
  return open.filter((cohort) => cohort !== null)
}

async function cohortIdOf(on: Db, way: Way): Promise<string | null> {
  if ('cohortId' in way) return isUuid(way.cohortId) ? way.cohortId : null
  const code = readEntryCode(way.code)
  return code && findCohortByCode(on, code)
}
