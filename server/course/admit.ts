import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { currentRelease } from '../content/releases'
import { findAccountByEmail } from '../db/accounts'
import { db, sql } from '../db/client'
import { admitLearner } from '../db/learners'

/**
 * Admits the holder of an account to a course that she could not enter herself, or keeps her in it whatever happens to
 * her roles. Idempotent.
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
  const isNew = await admitLearner(sql(), account.id, courseId, release.id)
  return `${email} ${isNew ? 'now' : 'already'} takes part in ${courseId}.`
}
