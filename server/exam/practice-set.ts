import 'server-only'
import { secondFormsToStudy } from '@/domain/course/reserved-for-retention'
import type { WeakObjective } from '@/domain/exam/weak-objectives'
import type { Localized } from '@/domain/locale'
import type { QuestionKey } from '@/domain/question/question'
import type { Permit } from '../auth/permit'
import { currentRelease, type LoadedRelease, loadRelease } from '../content/releases'
import { type CourseWeakness, myWeakObjectives } from './my-weak-objectives'

/** An objective that her last exam fell short of, with the questions to practise it: none if it has no second form. */
export type PracticePart = WeakObjective & { text: Localized; questions: readonly QuestionKey[] }
export type PracticeSet = {
  /** The weakest objective first; empty if her last exam fell short of none, or its answers have expired. */
  parts: readonly PracticePart[]
  /** The release that the questions are from. */
  release: LoadedRelease
}

/**
 * The questions to practise after the last exam that she handed in of a course: second forms of its weak objectives.
 * They depend only on the objectives, so they do not reveal which questions of the bank she missed. Null without such
 * an exam.
 */
export async function practiceSet(permit: Permit<'account:read'>, courseId: string): Promise<PracticeSet | null> {
  const weak = (await myWeakObjectives(permit)).find((course) => course.courseId === courseId)
  return weak ? practiceOf(weak) : null
}

/** Adds the number of questions to practise. */
export async function withPractice(
  weak: readonly CourseWeakness[],
): Promise<(CourseWeakness & { practice: number })[]> {
  return Promise.all(weak.map(async (course) => ({ ...course, practice: questionsIn(await practiceOf(course)) })))
}

/** Whether there are questions to practise after the last exam that she handed in of a course. */
export async function hasPractice(permit: Permit<'account:read'>, courseId: string): Promise<boolean> {
  const set = await practiceSet(permit, courseId)
  return set !== null && questionsIn(set) > 0
}

const questionsIn = ({ parts }: PracticeSet) => parts.reduce((sum, { questions }) => sum + questions.length, 0)

async function practiceOf({ courseId, releaseId, objectives }: CourseWeakness): Promise<PracticeSet> {
  const release = await withSecondForms(await loadRelease(releaseId), courseId)
  const asked = secondFormsToStudy(release.course).map(({ question }) => question)
  const parts = objectives.map((weak) => ({
    ...weak,
    questions: asked.filter(({ objective }) => objective === weak.objective),
  }))
  return { parts, release }
}

/** If the release of the exam has no second forms, those of the newest release are used. */
async function withSecondForms(release: LoadedRelease, courseId: string): Promise<LoadedRelease> {
  return release.course.second ? release : ((await currentRelease(courseId)) ?? release)
}
