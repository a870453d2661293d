import type { Names } from '../account/profile'
import type { Texts } from '../seminar/texts'

/**
 * What may need somebody. Each has its sentence under `desk.lines`, its button under `desk.acts` and its label under
 * `desk.kinds`.
 */
export const TASK_KINDS = [
  'requests',
  'threads',
  'seats',
  'seat-free',
  'undelivered',
  'revocation',
  'reissue',
  'regrade',
  'cosignature',
  'co-organise',
  'contacts',
  'mail-stuck',
  'mail-failed',
  'jobs-failed',
  'no-backup',
  'late',
  'inactive',
  'out-of-attempts',
  'invitations',
  'identities',
  'offers',
  'contacts-near',
  'quota',
  'errors',
  'no-face',
  'no-signatory',
  'no-logo',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** People wait for these, or something is broken: they stand under “today”, all others under “this week”. */
const TODAY: readonly TaskKind[] = [
  'requests',
  'threads',
  'seats',
  'seat-free',
  'undelivered',
  'revocation',
  'reissue',
  'regrade',
  'cosignature',
  'co-organise',
  'contacts',
  'mail-stuck',
  'mail-failed',
  'jobs-failed',
  'no-backup',
]

/** A line of the work page. */
export type Task = {
  kind: TaskKind
  /** How many; of a single thing 1. */
  count: number
  /** Since when the first of them waits; null if it is not known. */
  since: Date | null
  /** How many others were reminded a short time ago. */
  resting?: number
  /** The cohort, the institution by its names, or the seminar or course by its titles. */
  place: string | Names | { titles: Texts } | null
  /** Where it is done, without the language. */
  path: string
  /** What is sent there, where a press chooses people and leads to the page that confirms; otherwise it is a link. */
  form?: Readonly<Record<string, string>>
}

/** The tasks of today and of this week, those that wait longest first. */
export function sortTasks(tasks: readonly Task[]): { today: Task[]; week: Task[] } {
  const sorted = tasks.filter(({ count }) => count > 0).toSorted(byAge)
  return {
    today: sorted.filter(({ kind }) => TODAY.includes(kind)),
    week: sorted.filter(({ kind }) => !TODAY.includes(kind)),
  }
}

function byAge(one: Task, other: Task): number {
  const age = (one.since?.getTime() ?? Number.MAX_SAFE_INTEGER) - (other.since?.getTime() ?? Number.MAX_SAFE_INTEGER)
  return age || TASK_KINDS.indexOf(one.kind) - TASK_KINDS.indexOf(other.kind) || other.count - one.count
}

/** A letter that could not be sent so often waits for the mail server, and not for its turn. */
export const STUCK_TRIES = 3
/** A letter that was given up is shown, and may be sent again, for so long. */
export const FAILED_DAYS = 7
/** Without a backup for so long the page says so. */
export const BACKUP_DAYS = 7
