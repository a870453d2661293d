import { ENDED_OFFER_DAYS } from '../auth/role-offer'
import { KNOWN_BROWSER_DAYS, SESSION_DAYS } from '../auth/session-terms'

/** The kinds of data by how long they are kept, in the order in which the privacy notice lists them. */
export const TERM_KINDS = [
  'session',
  'browser',
  'link',
  'record',
  'answers',
  'letters',
  'errors',
  'words',
  'list',
  'unclaimed',
  'guests',
  'needs',
  'shared',
  'offers',
  'counters',
  'certificate',
  'editorial',
  'audit',
  'figures',
  /** Courses, cohorts, institutions, keys: not about any learner. */
  'site',
] as const
export type TermKind = (typeof TERM_KINDS)[number]

export type Duration = { count: number; unit: 'hours' | 'days' | 'years' }
/** How long data is kept: a duration, until the account is deleted, or as long as the site exists. */
export type Term = Duration | 'account' | 'always'
export type Terms = Readonly<Record<TermKind, Term>>

/** The terms that the operator can set. */
export type TermSettings = { letterDays: number; unclaimedDays: number; answerYears: number; auditYears: number }

/** All terms of a site. */
export function termsOf({ letterDays, unclaimedDays, answerYears, auditYears }: TermSettings) {
  return {
    session: { count: SESSION_DAYS, unit: 'days' },
    browser: { count: KNOWN_BROWSER_DAYS, unit: 'days' },
    link: { count: 24, unit: 'hours' },
    record: 'account',
    answers: { count: answerYears, unit: 'years' },
    letters: { count: letterDays, unit: 'days' },
    errors: { count: 2, unit: 'years' },
    words: { count: 1, unit: 'years' },
    list: { count: 31, unit: 'days' },
    unclaimed: { count: unclaimedDays, unit: 'days' },
    guests: { count: 1, unit: 'years' },
    needs: { count: 30, unit: 'days' },
    shared: { count: 31, unit: 'days' },
    offers: { count: ENDED_OFFER_DAYS, unit: 'days' },
    counters: { count: 24, unit: 'hours' },
    certificate: 'always',
    editorial: 'always',
    audit: { count: auditYears, unit: 'years' },
    figures: 'always',
    site: 'always',
  } as const satisfies Terms
}

/** A kind of data whose rows a daily job deletes after their term. */
export type ExpiringKind = {
  [Kind in TermKind]: ReturnType<typeof termsOf>[Kind] extends Duration ? Kind : never
}[TermKind]

const HOUR_MS = 3_600_000

/** Rows whose term began before this moment have expired. Years are calendar years. */
export function expiredBefore({ count, unit }: Duration, now: Date): Date {
  return later(now, { count: -count, unit })
}

/** The end of a term that began at this moment. */
export function endOfTerm(term: Duration, began: Date): Date {
  return later(began, term)
}

function later(from: Date, { count, unit }: Duration): Date {
  if (unit !== 'years') return new Date(from.getTime() + count * HOUR_MS * (unit === 'days' ? 24 : 1))
  const then = new Date(from)
  then.setUTCFullYear(then.getUTCFullYear() + count)
  return then
}
