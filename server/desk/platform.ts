import 'server-only'
import { countReviewed, type ReviewCounts } from '@/domain/course/checks/count-reviewed'
import { reviewedParts } from '@/domain/course/reviewed-parts'
import { BACKUP_DAYS, FAILED_DAYS, STUCK_TRIES, type Task } from '@/domain/desk/task'
import { LOCALES } from '@/domain/locale'
import { library } from '../content/library'
import { currentReleases } from '../content/releases'
import { sql } from '../db/client'
import { countPlatform, type PlatformCounts } from '../db/desk/desk'
import { findRuns } from '../db/desk/job-runs'
import { type JobState, jobStates } from './job-states'

const DAY_MS = 86_400_000

/**
 * `behind`: the number of jobs that failed, or did not run when they should have. `backupAt`: null if no backup was
 * written or noted by the command.
 */
export type PlatformState = PlatformCounts & {
  jobs: readonly JobState[]
  lastRunAt: Date | null
  behind: number
  overdueSince: Date | null
  backupAt: Date | null
}

/** The state of the platform. It takes two queries. */
export async function platformState(now: Date): Promise<PlatformState> {
  const failedSince = new Date(now.getTime() - FAILED_DAYS * DAY_MS)
  const [counts, runs] = await Promise.all([
    countPlatform(sql(), { stuckTries: STUCK_TRIES, failedSince }),
    findRuns(sql()),
  ])
  const { jobs, backupAt } = jobStates(runs, now)
  const late = jobs.flatMap((job) => job.overdueSince ?? [])
  return {
    ...counts,
    jobs,
    lastRunAt: latest(jobs.flatMap(({ endedAt }) => endedAt ?? [])),
    behind: late.length,
    overdueSince: earliest(late),
    backupAt,
  }
}

const latest = (times: readonly Date[]) => times.toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null
const earliest = (times: readonly Date[]) => times.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null

export function platformTasks(state: PlatformState, now: Date): Task[] {
  const { stuck, stuckSince, failed, failedSince, behind, overdueSince, backupAt, errors, errorsSince } = state
  const old = backupAt === null || now.getTime() - backupAt.getTime() > BACKUP_DAYS * DAY_MS
  const at = (part: string) => ({ place: null, path: `/desk/platform#${part}` })
  return [
    { kind: 'mail-stuck', count: stuck, since: stuckSince, ...at('mail') },
    { kind: 'mail-failed', count: failed, since: failedSince, ...at('mail') },
    { kind: 'jobs-failed', count: behind, since: overdueSince, ...at('jobs') },
    { kind: 'no-backup', count: old ? 1 : 0, since: backupAt, ...at('backup') },
    { kind: 'errors', count: errors, since: errorsSince, place: null, path: '/institutions/errors' },
  ]
}

/** The number of texts, each language counted separately, and how many of them await the signature of a jurist. */
export type ReviewState = { parts: number; awaiting: number }

export async function reviewState(): Promise<{ courses: ReviewState; library: ReviewState }> {
  const releases = await currentReleases()
  const entries = Object.values(library().reviews).flatMap((kind) => Object.values(kind))
  return {
    courses: stateOf(countReviewed(releases.flatMap(({ course }) => reviewedParts(course)))),
    library: stateOf(countReviewed(entries)),
  }
}

function stateOf({ parts, legal }: ReviewCounts): ReviewState {
  return { parts: parts * LOCALES.length, awaiting: LOCALES.reduce((sum, locale) => sum + parts - legal[locale], 0) }
}
