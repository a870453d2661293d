import { type Day, daySchema } from '../time/day'
import { ACTS, type Act } from './act'

/** All acts except those that only show data to staff. */
export const WITHOUT_VIEWS = 'without-views'

/** The filters of the audit log, as in the query string. */
export type AuditFilter = {
  act: Act | typeof WITHOUT_VIEWS | null
  /** A name as it was typed, or the id of an account. */
  person: string
  day: Day | null
}
export const NO_FILTER: AuditFilter = { act: null, person: '', day: null }

/** In characters: shorter parts of a name are not searched. */
export const SHORTEST_NAME = 2
const LONGEST_NAME = 80

/** Unknown values do not filter. */
export function readAuditFilter(query: URLSearchParams): AuditFilter {
  const act = query.get('act')
  const person = (query.get('person') ?? '').replace(/\p{C}/gu, '').trim().slice(0, LONGEST_NAME)
  return {
    act: act === WITHOUT_VIEWS ? act : (ACTS.find((one) => one === act) ?? null),
    person: [...person].length < SHORTEST_NAME ? '' : person,
    day: daySchema.safeParse(query.get('day')).data ?? null,
  }
}

/** `act=exported&day=2026-11-25`, or nothing. */
export function writeAuditFilter({ act, person, day }: AuditFilter): string {
  return new URLSearchParams({ ...(act && { act }), ...(person && { person }), ...(day && { day }) }).toString()
}
