import { expect, it } from 'vitest'
import { permitFor } from '@/server/auth/permit'
import { deleteAccountRow } from '@/server/db/account/accounts'
import { db } from '@/server/db/client'
import { finishLesson } from '@/server/progress/finish-lesson'
import { keepPlace } from '@/server/progress/lesson-place'
import { examinee, NOW } from '@/tests/support/exam-room'

const LATER = new Date(NOW.getTime() + 60_000)

/** A learner who reads a course, with her permit. */
async function reader() {
  const { accountId, sessionId, courseId, learner } = await examinee({ lessonsDone: false })
  const actor = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' } as const
  return {
    accountId,
    learner: await learner(),
    permit: permitFor(actor, 'course:learn', { courseId, learnerId: accountId }),
  }
}

it('keeps the place, the end once it was reached, and the first completion for good', async () => {
  const { learner, permit } = await reader()

  await keepPlace(permit, learner, 'offence', { block: 7, end: true }, NOW)
  await keepPlace(permit, learner, 'offence', { block: null, end: false }, NOW)
  await finishLesson(permit, learner, 'offence', { end: false }, NOW)
  await finishLesson(permit, learner, 'offence', { end: false }, LATER)

  const where = { enrolmentId: learner.enrolmentId }
  const kept = { block: 7, endReached: true, completedAt: NOW, readAt: LATER }
  expect(await db().lessonState.findMany({ where })).toMatchObject([kept])
})

it('stores nothing and does not fail after the account was deleted in another tab', async () => {
  const { accountId, learner, permit } = await reader()
  await deleteAccountRow(db(), accountId)

  await keepPlace(permit, learner, 'offence', { block: 7, end: true }, NOW)
  await finishLesson(permit, learner, 'offence', { end: true }, NOW)

  expect(await db().lessonState.count({ where: { enrolmentId: learner.enrolmentId } })).toBe(0)
})
