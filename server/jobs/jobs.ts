import 'server-only'
import { executeRetention } from '../account-removal/retention'
import { sendDueAnnouncements } from '../announcement/send-due-announcements'
import { sendOwnReminders } from '../calendar/reminders/send-own-reminders'
import { tellLawUpdates } from '../certificate/law-update/tell-law-updates'
import { runImports } from '../cohort/import/run-import'
import { runPeopleSets } from '../cohort/people/many/run-sets'
import { drawRecalls } from '../cohort/tests/draw-recalls'
import { tellRecalls } from '../cohort/tests/tell-recalls'
import { tellCorrections } from '../course/tell-corrections'
import { sql } from '../db/client'
import { noteRun } from '../db/desk/job-runs'
import { deleteEndedShared, deleteOldLists } from '../db/retention/expired'
import { regradeExams } from '../exam/regrade-exams'
import { sendRetryLetters } from '../exam/try-again'
import { removeUnused } from '../file/keep-file'
import { tellUntold } from '../institution/tell-offered'
import { log, logBug, logsBug, reasonOf } from '../log'
import { sendDue } from '../mail/send-due'
import { writeDigests } from '../mail/write-digests'
import type { JobName } from '../queue/wake'
import { writeReviewLetters } from '../review/write-review-letters'
import { issueAttestations } from '../seminar/attendance/issue-attestations'
import { offerPlaces } from '../seminar/offer-places'
import { remindOfSeminars } from '../seminar/remind'
import { stopFormerStaff, tellFailing, writeWorkDigests } from '../staff-letters/staff-letters'
import { runSurveys } from '../survey/run-surveys'
import { sendDueWebhooks } from '../webhook/send-due-webhooks'

export type Job = { when: string; work: () => Promise<unknown> }

/**
 * The jobs that run beside the requests. A job carries no data: what it has to do is in our own tables, written in the
 * same transaction as the act that caused it. If a job is lost, the next one does its work.
 */
const EVERY_MINUTE = '* * * * *'
// Before the letters of spaced review, which would otherwise use up the one letter of the week.
const EARLY = '50 6 * * *'
const EVERY_HOUR = '20 * * * *'
const EVERY_NIGHT = '30 3 * * *'
const EVERY_MORNING = '0 7 * * *'
// Repeated after one and two hours, in case a server was down. Nobody gets two letters.
const FIRST_HOURS = '10 7-9 * * *'
/** When each job runs, and what it does. */
export const JOBS = {
  mail: { when: EVERY_MINUTE, work: () => tellAndSend(new Date()) },
  lists: { when: EVERY_MINUTE, work: () => runLists() },
  recalls: { when: EARLY, work: () => recall(new Date()) },
  surveys: { when: EARLY, work: () => runSurveys(new Date()) },
  reviews: { when: EVERY_MORNING, work: () => writeReviewLetters(new Date()) },
  staff: { when: FIRST_HOURS, work: () => writeWorkDigests(new Date()) },
  // A queue of its own, so that a host that hangs delays no letter.
  webhooks: { when: EVERY_MINUTE, work: () => sendDueWebhooks() },
  files: { when: EVERY_HOUR, work: () => removeUnused(new Date()) },
  retention: { when: EVERY_NIGHT, work: () => executeRetention(new Date()) },
} satisfies Record<JobName, Job>

/** Continues bulk operations on many people, and deletes expired lists. A failure of one does not stop the others. */
async function runLists(): Promise<void> {
  await runImports().catch((error) => logBug(error, { job: 'lists' }))
  await deleteOldLists(sql()).catch((error) => logBug(error, { job: 'lists' }))
  await deleteEndedShared(sql()).catch((error) => logBug(error, { job: 'lists' }))
  await regradeExams(new Date()).catch((error) => logBug(error, { job: 'lists' }))
  await issueAttestations().catch((error) => logBug(error, { job: 'lists' }))
  await runPeopleSets()
}

/** Draws the recall tests that open today, and writes to the people who are to take them. */
async function recall(now: Date): Promise<void> {
  await drawRecalls(now)
  await tellRecalls(now)
}

/** Writes the letters that are due, then sends the queue. Role offers that a migration made have no letter yet. */
async function tellAndSend(now: Date): Promise<void> {
  const writers = [
    stopFormerStaff,
    tellFailing,
    tellUntold,
    sendRetryLetters,
    sendOwnReminders,
    tellCorrections,
    tellLawUpdates,
    offerPlaces,
    remindOfSeminars,
    sendDueAnnouncements,
  ]
  for (const write of [...writers, writeDigests]) {
    // A letter that cannot be written must not delay the queue, which may contain a link for a forgotten password.
    await write(now).catch((error) => logBug(error, { job: 'mail' }))
  }
  await sendDue()
}

/**
 * A failed run stops nothing else: the next run does the remaining work. The outcome is recorded for the work page: a
 * run has failed if it logged a bug, because a part that failed is logged and the others go on.
 */
export async function runJob(name: string, work: () => Promise<unknown>): Promise<void> {
  const failed = await logsBug(() => work().catch((error: unknown) => logBug(error, { job: name })))
  await noteRun(sql(), name, failed, new Date()).catch((error: unknown) =>
    log('job-not-noted', { reason: reasonOf(error) }),
  )
}
