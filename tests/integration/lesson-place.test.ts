import { expect, it } from 'vitest'
import { permitFor } from '@/server/auth/permit'
import { deleteAccountRow } from '@/server/db/accounts'
import { db } from '@/server/db/client'
import { finishLesson, keepPlace } from '@/server/progress/lesson-place'
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

it('keeps the place, and the first completion for good', async () => {
  const { learner, permit } = await reader()

  await keepPlace(permit, learner, 'offence', 7, NOW)
  await finishLesson(permit, learner, 'offence', NOW)
  await finishLesson(permit, learner, 'offence', LATER)

  const where = { enrolmentId: learner.enrolmentId }
  expect(await db().lessonState.findMany({ where })).toMatchObject([{ block: 7, completedAt: NOW, readAt: LATER }])
})

it('stores nothing and does not fail after the account was deleted in another tab', async () => {
  const { accountId, learner, permit } = await reader()
  await deleteAccountRow(db(), accountId)

  await keepPlace(permit, learner, 'offence', 7, NOW)
  await finishLesson(permit, learner, 'offence', NOW)

  expect(await db().lessonState.count({ where: { enrolmentId: learner.enrolmentId } })).toBe(0)
})
