import 'server-only'
import { AppError } from '@/domain/errors'
import { actorIdOf, lockSupported } from '../account/support/supported-account'
import { tellSupported } from '../account/support/tell-supported'
import type { Permit } from '../auth/permit'
import { titleOf } from '../content/course-title'
import { currentRelease, currentReleases, type LoadedRelease } from '../content/releases'
import { findAccountByEmail } from '../db/account/accounts'
import { recordAct } from '../db/audit/audit'
import { db } from '../db/client'
import { admitLearner } from '../db/course/learners'

/**
 * Admits the holder of an account to a course that she could not enter herself, or keeps her in it whatever happens to
 * her roles. Idempotent, but every call is recorded. Staff admit to closed courses only, because every other course is
 * open to her anyway.
 *
 * @param reason null from the command line.
 * @returns a sentence about what was done. Staff must not see it: it tells whether she took part before.
 * @throws {AppError} not-found, with a sentence about what is wrong; forbidden.
 */
export async function admit(
  permit: Permit<'course:admit'>,
  now: Date = new Date(),
  reason: string | null = null,
): Promise<string> {
  const { actor, target } = permit
  const { email, courseId } = target
  if (!email || !courseId) throw new AppError('invalid-input', 'Say who and where: npm run enrol -- EMAIL COURSE')
  const release = await currentRelease(courseId)
  if (!release || (actor.kind === 'person' && !isClosed(release))) {
    throw new AppError('not-found', `There is no published course ${courseId}.`)
  }
  const known = await findAccountByEmail(db(), email.trim().toLowerCase())
  if (!known?.confirmed || known.disabled) throw notConfirmed(email)
  return db().$transaction(async (tx) => {
    const account = await lockSupported(tx, permit, 'course:admit')
    if (!account.confirmed || account.disabled) throw notConfirmed(email)
    const isNew = await admitLearner(tx, account.id, courseId, release.id)
    // Recorded in both cases: staff read the audit log, and a missing entry would reveal that she took part before.
    const facts = { actorId: actorIdOf(permit), subjectId: account.id, reason, details: { courseId } }
    await recordAct(tx, { act: 'course-admitted', ...facts }, now)
    if (!isNew) return `${email} already takes part in ${courseId}.`
    const course = titleOf(release, null, account.locale)
    await tellSupported(tx, account, { deed: 'admitted', why: reason, course, path: `/courses/${courseId}` }, now)
    return `${email} now takes part in ${courseId}.`
  })
}

/** The newest releases of the courses to which staff may admit. */
export async function closedCourses(): Promise<LoadedRelease[]> {
  return (await currentReleases()).filter(isClosed)
}

const isClosed = ({ course }: LoadedRelease) => course.file.access === 'closed'

function notConfirmed(email: string): AppError {
  return new AppError('not-found', `There is no confirmed account for ${email}: she must sign up and confirm first.`)
}
