import 'server-only'
import { SEMINARS_A_PAGE, type SeminarQuery } from '@/domain/seminar/list-query'
import type { Caller } from '../auth/caller'
import type { Permit } from '../auth/permit'
import { sql } from '../db/client'
import {
  findAhead,
  findListed,
  findSeminarsOf,
  findSeminarsOfCohort,
  type ListedSeminar,
} from '../db/seminar/seminar-lists'
import { findOpenQuotas } from '../db/seminar/seminar-quotas'

export type { ListedSeminar } from '../db/seminar/seminar-lists'
export type SeminarList = { seminars: readonly ListedSeminar[]; more: boolean; signedIn: boolean }

/** What the caller may see of a view of the seminars. */
export async function listSeminars(caller: Caller, query: SeminarQuery, now: Date): Promise<SeminarList> {
  const session = await caller.session()
  const found = await findListed(sql(), query, session?.accountId ?? null, now)
  const more = query.view !== 'month' && found.length > SEMINARS_A_PAGE
  return { seminars: more ? found.slice(0, SEMINARS_A_PAGE) : found, more, signedIn: session !== null }
}

/** The coming seminars of a person and of her cohorts. */
export async function mySeminars({ target: { accountId } }: Permit<'account:read'>, now: Date) {
  return findAhead(sql(), accountId, now)
}

/** The open quotas within which an institution may name people, for seminars of others or of its own. */
export async function quotasOf({ target: { institutionId } }: Permit<'seminar:nominate'>, now: Date) {
  return findOpenQuotas(sql(), [institutionId], now)
}

/** The seminars in the programme of a cohort, including drafts. */
export async function cohortSeminars({ target: { cohortId } }: Permit<'cohort:read'>) {
  return findSeminarsOfCohort(sql(), cohortId)
}

/** The seminars of an institution, including drafts. */
export async function institutionSeminars({ target: { institutionId } }: Permit<'seminar:create'>) {
  return findSeminarsOf(sql(), institutionId)
}
