import 'server-only'
import { citedProvisions } from '@/domain/course/cited-provisions'
import { keyIsOpen } from '@/domain/exam/exam-availability'
import { type OwnAnswer, type OwnProvision, ownProvisions } from '@/domain/review/own-provisions'
import { findSecondForm } from '@/domain/review/second-forms'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { myCourses } from '../course/my-courses'
import { sql } from '../db/client'
import { findOwnAnswers, type OwnAnswerRow } from '../db/exam/own-answers'
import { pointsByRightKeys } from './right-keys'

export type MyProvisions = {
  provisions: readonly OwnProvision[]
  courses: Awaited<ReturnType<typeof myCourses>>['courses']
}

/**
 * What the person should review, by provision, from her own answers. An exam counts only once its key is open, since a
 * figure by provision would reveal which of its questions she missed. The tests of a cohort, whose key never opens, do
 * not count.
 */
export async function myProvisions(permit: Permit<'account:read'>, now: Date): Promise<MyProvisions> {
  const { courses } = await myCourses(permit, now)
  const open = courses.filter(({ availability }) => keyIsOpen(availability))
  const enrolmentIds = open.map(({ learner }) => learner.enrolmentId)
  const rows = await findOwnAnswers(sql(), permit.target.accountId, enrolmentIds)
  const answers = await Promise.all(rows.map(judge))
  return { provisions: ownProvisions(answers.flat()), courses }
}

/** Empty for a question that its release does not have. */
async function judge({
  courseId,
  releaseId,
  questionId,
  answer,
  certainty,
  regrades,
}: OwnAnswerRow): Promise<OwnAnswer[]> {
  const release = await loadRelease(releaseId)
  const { course, questions } = release
  const key = questions.get(questionId) ?? findSecondForm(course, questionId)?.question
  if (!key) return []
  const provisions = citedProvisions(key.cites, course)
  const points = await pointsByRightKeys({ question: key, answer, release, regrades })
  return [{ courseId, provisions, answer, certainty, points, reread: key.reread }]
}
