/** The ways of self-enrolment in a cohort. Each has its label in i18n/messages/*.json under `cohorts.entry.ways`. */
export const ENTRY_WAYS = ['closed', 'code', 'domain', 'both'] as const
export type EntryWay = (typeof ENTRY_WAYS)[number]

export type Entry = {
  way: EntryWay
  /** The code without the dash; null until one was needed. */
  code: string | null
  /** Domains of e-mail addresses, in ASCII and lower case. */
  domains: readonly string[]
  /** Staff must approve each request. */
  approval: boolean
}
/** The state of a new cohort: no self-enrolment. */
export const CLOSED: Entry = { way: 'closed', code: null, domains: [], approval: true }

export function opensByCode({ way }: Pick<Entry, 'way'>): boolean {
  return way === 'code' || way === 'both'
}

/** @param email confirmed, in lower case. */
export function opensTo({ way, domains }: Entry, email: string): boolean {
  return (way === 'domain' || way === 'both') && domains.includes(domainOf(email))
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1)
}
