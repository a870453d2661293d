import 'server-only'
import { BACKUP, lateJobs, overdueSince, standstillSince } from '@/domain/desk/jobs'
import type { JobRun } from '../db/desk/job-runs'
import { JOB_NAMES } from '../queue/wake'

/** `overdueSince`: since when the job has failed or is overdue; null if it is neither. */
export type JobState = JobRun & { overdueSince: Date | null }

/** `standsSince`: since when no job has run; null if some run. `backupAt`: when a backup was last written or noted. */
type JobStates = {
  jobs: JobState[]
  late: string[]
  standsSince: Date | null
  backupAt: Date | null
}

/** Every job, also one that has never run, and when a backup was last written or noted. */
export function jobStates(runs: readonly JobRun[], now: Date): JobStates {
  const upSince = new Date(now.getTime() - process.uptime() * 1000)
  const others = runs.filter(({ name }) => name !== BACKUP && !JOB_NAMES.some((job) => job === name))
  const own = JOB_NAMES.map(
    (job) => runs.find(({ name }) => name === job) ?? { name: job, endedAt: null, failedAt: null },
  )
  return {
    jobs: [...own, ...others].map((run) => ({ ...run, overdueSince: overdueSince(run, upSince, now) })),
    late: lateJobs(own, upSince, now),
    standsSince: standstillSince(own, upSince, now),
    backupAt: runs.find(({ name }) => name === BACKUP)?.endedAt ?? null,
  }
}
