import 'server-only'
import type { LearningSigns } from '@/domain/practice/suggest-file'
import { gradeAnswer } from '@/domain/question/grade-answer'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { db, sql } from '../db/client'
import { findLearners } from '../db/course/learners'
import { findAllPracticeAnswers } from '../db/practice/practice-answers'
import { myWeakObjectives } from '../exam/my-weak-objectives'

/** What a suggestion of practice is made of. It is shown to her alone. */
export async function learningSigns(permit: Permit<'account:read'>): Promise<LearningSigns> {
  const { accountId } = permit.target
  const [account, learners, missed, weak] = await Promise.all([
    db().account.findUnique({ where: { id: accountId }, select: { function: true } }),
    findLearners(sql(), accountId),
    lessonsMissed(permit),
    myWeakObjectives(permit),
  ])
  const done = learners.flatMap(({ courseId, lessons }) =>
    lessons.flatMap(({ lessonId, completedAt }) =>
      completedAt ? [{ path: pathOf(courseId, lessonId), completedAt }] : [],
    ),
  )
  const ofExams = weak.flatMap(({ courseId, objectives }) =>
    objectives.flatMap(({ lessons }) => lessons.map((lesson) => pathOf(courseId, lesson))),
  )
  return {
    shaky: [...new Set([...missed, ...ofExams])],
    done: done.toSorted((a, b) => Number(b.completedAt) - Number(a.completedAt)).map(({ path }) => path),
    function: account?.function ?? '',
  }
}

/** The lessons in which her last answers to the questions are wrong, those with the most wrong answers first. */
export async function lessonsMissed({ target }: Permit<'account:read'>): Promise<string[]> {
  const answers = await findAllPracticeAnswers(sql(), target.accountId)
  const wrong = new Map<string, number>()
  for (const { questionId, answer, releaseId } of answers) {
    const { courseId, course } = await loadRelease(releaseId)
    const lesson = course.lessons.find(({ practice }) => practice.some(({ id }) => id === questionId))
    const question = lesson?.practice.find(({ id }) => id === questionId)
    if (!lesson || !question || gradeAnswer(question, answer) === 1) continue
    const path = pathOf(courseId, lesson.file.id)
    wrong.set(path, (wrong.get(path) ?? 0) + 1)
  }
  return [...wrong].toSorted(([, a], [, b]) => b - a).map(([path]) => path)
}

function pathOf(courseId: string, lessonId: string): string {
  return `/courses/${courseId}/lessons/${lessonId}`
}
