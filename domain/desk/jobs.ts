type Run = { name: string; endedAt: Date | null; failedAt: Date | null }

const MINUTE_MS = 60_000
/** After how many minutes without a successful run each job is late. The jobs that are not listed run once a day. */
const BEHIND_MINUTES: Readonly<Record<string, number>> = { mail: 15, lists: 15, files: 130 }
const A_DAY_AND_MORE = 26 * 60

/** The name under which the backup command records its runs. It is not a job that can be started here. */
export const BACKUP = 'backup'

/**
 * Since when a job has failed or is late; null if it is on time. @param upSince when the site started: a job that never
 * ran should have run since.
 */
export function overdueSince({ name, endedAt, failedAt }: Run, upSince: Date, now: Date): Date | null {
  if (failedAt && (!endedAt || failedAt > endedAt)) return failedAt
  const since = endedAt ?? upSince
  const late = now.getTime() - since.getTime() > (BEHIND_MINUTES[name] ?? A_DAY_AND_MORE) * MINUTE_MS
  return late ? since : null
}
