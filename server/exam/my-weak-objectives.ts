import 'server-only'
import { examRuleOf } from '@/domain/course/graded'
import { type WeakObjective, weakObjectives } from '@/domain/exam/weak-objectives'
import type { Localized } from '@/domain/locale'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { sql } from '../db/client'
import { findLastAnswers, type LastAnswers } from '../db/exam/attempts'
import { rightKeysOf, withRightKeys } from './right-keys'

/** `releaseId`: the release of the exam. */
export type CourseWeakness = {
  courseId: string
  releaseId: string
  objectives: readonly (WeakObjective & { text: Localized })[]
}

/**
 * What the person should work on in each of her courses, from the last exam that she handed in. Courses without such an
 * exam, and exams whose answers have expired, are left out.
 */
export async function myWeakObjectives({ target }: Permit<'account:read'>): Promise<CourseWeakness[]> {
  const attempts = await findLastAnswers(sql(), target.accountId)
  const found = await Promise.all(attempts.map(weakIn))
  return found.filter(({ objectives }) => objectives.length > 0)
}

async function weakIn({ courseId, releaseId, answers, regrades }: LastAnswers): Promise<CourseWeakness> {
  const release = await loadRelease(releaseId)
  const { course, questions } = release
  const answered = answers.flatMap(({ questionId, answer }) => {
    const question = questions.get(questionId)
    return question ? [{ question, answer }] : []
  })
  const outline = course.lessons.map(({ file }) => file.id)
  const keyed = withRightKeys(answered, release, await rightKeysOf(regrades ?? []))
  const weak = weakObjectives(keyed, examRuleOf(course).passRate, outline)
  const texts = new Map(course.file.objectives.map(({ id, text }) => [id, text]))
  const objectives = weak.flatMap((score) => {
    const text = texts.get(score.objective)
    return text ? [{ ...score, text }] : []
  })
  return { courseId, releaseId, objectives }
}
