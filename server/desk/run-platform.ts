import 'server-only'
import { FAILED_DAYS, STUCK_TRIES } from '@/domain/desk/task'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { db, sql } from '../db/client'
import { type FailedMails, findFailures } from '../db/desk/desk'
import { findRuns } from '../db/desk/job-runs'
import { type Env, env } from '../env'
import { sendAgain } from '../mail/send-again'
import { type JobName, wake } from '../queue/wake'
import { jobStates } from './job-states'

const REASONS_SHOWN = 20
const DAY_MS = 86_400_000
const failedSince = (now: Date) => new Date(now.getTime() - FAILED_DAYS * DAY_MS)

export type JobState = { name: string; endedAt: Date | null; failedAt: Date | null; behind: boolean }
/** `standsSince`: since when no job has run; null if they run. */
export type PlatformWork = {
  jobs: JobState[]
  standsSince: Date | null
  backupAt: Date | null
  mails: FailedMails[]
  missing: Env['missing']
}

/** The jobs, the letters that could not be sent, and the last backup. */
export async function platformWork(_: Permit<'platform:run'>, now: Date): Promise<PlatformWork> {
  const asked = { stuckTries: STUCK_TRIES, since: failedSince(now), limit: REASONS_SHOWN }
  const [runs, mails] = await Promise.all([findRuns(sql()), findFailures(sql(), asked)])
  const { jobs, standsSince, backupAt } = jobStates(runs, now)
  return {
    jobs: jobs.map(({ overdueSince, ...run }) => ({ ...run, behind: overdueSince !== null })),
    standsSince,
    backupAt,
    mails,
    missing: env().missing,
  }
}

/** Requests a run of a job soon, and records who requested it. */
export async function startJob({ actor }: Permit<'platform:run'>, job: JobName, now: Date): Promise<void> {
  await recordAct(db(), { act: 'job-started', actorId: actor.accountId, details: { job } }, now)
  await wake(job)
}

/** Sends again the letters that were given up. @returns their number. */
export async function retryMails({ actor }: Permit<'platform:run'>, now: Date): Promise<number> {
  const count = await db().$transaction(async (tx) => {
    const again = await sendAgain(tx, failedSince(now), now)
    if (again > 0) {
      await recordAct(tx, { act: 'mail-retried', actorId: actor.accountId, details: { count: again } }, now)
    }
    return again
  })
  await wake('mail')
  return count
}
