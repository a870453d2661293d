import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { currentRelease } from '../content/releases'
import { findAccountByEmail } from '../db/accounts'
import { db } from '../db/client'
import { findLearner, insertEnrolment } from '../db/learners'

/**
 * Lets the holder of an account into a course that she cannot enter herself. A second call changes nothing.
 *
 * @returns a sentence about what was done.
 * @throws {AppError} not-found, with a sentence about what is wrong.
 */
export async function admit({ target }: Permit<'course:admit'>): Promise<string> {
  const { email, courseId } = target
  if (!email || !courseId) throw new AppError('invalid-input', 'Say who and where: npm run enrol -- EMAIL COURSE')
  const release = await currentRelease(courseId)
  if (!release) throw new AppError('not-found', `There is no published course ${courseId}.`)
  const account = await findAccountByEmail(db(), email.trim().toLowerCase())
  if (!account?.confirmed || account.disabled) {
    throw new AppError('not-found', `There is no confirmed account for ${email}: she must sign up and confirm first.`)
  }
  if (await findLearner(db(), account.id, courseId)) return `${email} already takes part in ${courseId}.`
  await insertEnrolment(db(), account.id, courseId, release.id)
  return `${email} now takes part in ${courseId}.`
}
