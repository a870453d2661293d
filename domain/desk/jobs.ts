type Run = { name: string; endedAt: Date | null; failedAt: Date | null }

const MINUTE_MS = 60_000
/** After how many minutes without a successful run each job is late. The jobs that are not listed run once a day. */
const BEHIND_MINUTES: Readonly<Record<string, number>> = { mail: 15, lists: 15, webhooks: 15, files: 130 }
const A_DAY_AND_MORE = 26 * 60

/** The name under which the backup command records its runs. It is not a job that can be started here. */
export const BACKUP = 'backup'

/** After how many minutes without a run of any job all of them stand still. Several run each minute. */
const STANDSTILL_MINUTES = 5

/**
 * Since when a job has failed or is late; null if it is on time. @param upSince when the site started: a job that never
 * ran should have run since.
 */
export function overdueSince(run: Run, upSince: Date, now: Date): Date | null {
  return hasFailed(run) ? run.failedAt : lateSince(run, upSince, now)
}

/** Since when a job should have run; null if it did, even if it failed. */
function lateSince(run: Run, upSince: Date, now: Date): Date | null {
  const since = lastRun(run) ?? upSince
  return isLonger(since, now, BEHIND_MINUTES[run.name] ?? A_DAY_AND_MORE) ? since : null
}

/** Since when no job at all has run; null if they run. A site that has just started has had no time to run them. */
export function standstillSince(runs: readonly Run[], upSince: Date, now: Date): Date | null {
  const last = Math.max(...runs.map((run) => lastRun(run)?.getTime() ?? 0), upSince.getTime())
  return isLonger(new Date(last), now, STANDSTILL_MINUTES) ? new Date(last) : null
}

/** The names of the jobs that have not run in time: all of them at a standstill. */
export function lateJobs(runs: readonly Run[], upSince: Date, now: Date): string[] {
  // After a pause the jobs of each minute run again within one.
  if (!isLonger(upSince, now, STANDSTILL_MINUTES)) return []
  const stands = standstillSince(runs, upSince, now) !== null
  return runs.filter((run) => stands || lateSince(run, upSince, now)).map(({ name }) => name)
}

const hasFailed = ({ endedAt, failedAt }: Run) => failedAt !== null && (!endedAt || failedAt > endedAt)
const lastRun = (run: Run) => (hasFailed(run) ? run.failedAt : run.endedAt)
const isLonger = (since: Date, now: Date, minutes: number) => now.getTime() - since.getTime() > minutes * MINUTE_MS
