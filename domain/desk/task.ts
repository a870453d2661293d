import type { Names } from '../person/profile'
import type { Texts } from '../text/texts'

/**
 * The tasks that may need a person. Each has its sentence under `desk.lines`, its button under `desk.acts` and its
 * label under `desk.kinds`.
 */
export const TASK_KINDS = [
  'seminar-today',
  'seminar-joined',
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

/** People wait for these, or something is broken: they are listed under “today”, all others under “this week”. */
const TODAY: readonly TaskKind[] = [
  'seminar-today',
  'seminar-joined',
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
  /** How many; 1 for a single thing. */
  count: number
  /** Since when the oldest of them has waited; null if it is not known. */
  since: Date | null
  /** How many others were reminded a short time ago. */
  resting?: number
  /** The cohort, the institution by its names, or the seminar or course by its titles. */
  place: string | Names | { titles: Texts } | null
  /** The page on which it is done, without the language. */
  path: string
  /** For something that happens today: between which hours, and the other page about it. */
  happens?: { startsAt: Date; endsAt: Date; also: string }
  /** The fields to post to `path`, if the button chooses people and opens a confirmation page. Without it, a link. */
  form?: Readonly<Record<string, string>>
}

/** The tasks of today and of this week: what happens today by its hour, then those that wait longest first. */
export function sortTasks(tasks: readonly Task[]): { today: Task[]; week: Task[] } {
  const sorted = tasks.filter(({ count }) => count > 0).toSorted(byAge)
  return {
    today: sorted.filter(({ kind }) => TODAY.includes(kind)),
    week: sorted.filter(({ kind }) => !TODAY.includes(kind)),
  }
}

function byAge(one: Task, other: Task): number {
  const hour = (task: Task) => task.happens?.startsAt.getTime() ?? Number.MAX_SAFE_INTEGER
  if (one.happens || other.happens) return hour(one) - hour(other)
  const age = (one.since?.getTime() ?? Number.MAX_SAFE_INTEGER) - (other.since?.getTime() ?? Number.MAX_SAFE_INTEGER)
  return age || TASK_KINDS.indexOf(one.kind) - TASK_KINDS.indexOf(other.kind) || other.count - one.count
}

/** After this many failed attempts a letter waits for the mail server, not for its turn in the queue. */
export const STUCK_TRIES = 3
/** For how many days a letter that was given up is shown, and may be sent again. */
export const FAILED_DAYS = 7
/** After this many days without a backup the page shows a task. */
export const BACKUP_DAYS = 7
