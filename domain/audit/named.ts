import type { MemberStatus } from '../cohort/membership'
import type { Names } from '../person/profile'
import type { Texts } from '../text/texts'

/** What an entry of the audit log is about beside the person of its subject, as far as it still exists. */
export type Named = {
  cohort: { id: string; name: string } | null
  /** A place in a cohort. Only the log of the institution names her, by name or address. */
  member: (Names & { email: string }) | null
  /** For a place that was changed. `from`: null for a new one. */
  from: MemberStatus | null
  to: MemberStatus | null
  seminar: Texts | null
  /** The host of a webhook. */
  host: string | null
  /** A list that was taken in, and what became of its people so far. */
  list: { file: string; invited: number; waiting: number } | null
}
