import 'server-only'
import type { QuestionKey } from '@/domain/question/question'
import { inventedAnswer } from './invented-answer'
import type { SimulatedAnswer } from './irt-traits'
import { daysAfter, type Release, type TableBatch } from './table-batch'

export type Enrolment = Release & { enrolmentId: string; questions: ReadonlyMap<string, QuestionKey> }

/** `lessonsDone` lessons are read, one every `daysEach` days, and the next one begun unless `startedNext` is false. */
export type Reading = {
  accountId: string
  enrolledAt: Date
  /** When the learner opens the first lesson. */
  begun: Date
  lessonsDone: number
  daysEach: number
  startedNext?: boolean
  /** The share of practice questions answered, in [0, 1]; all in a completed lesson if the course requires them. */
  practises: number
  simulate: (question: QuestionKey) => SimulatedAnswer
}

export function addEnrolment(
  { tables, rng }: TableBatch,
  release: Release,
  { accountId, enrolledAt, begun, lessonsDone, daysEach, startedNext = true, practises, simulate }: Reading,
): Enrolment {
  const { course } = release
  const enrolmentId = rng.uuid(enrolledAt)
  tables.Enrolment.push({
    id: enrolmentId,
    accountId,
    courseId: course.file.id,
    releaseId: release.id,
    enrolledAt,
  })
  course.lessons.slice(0, lessonsDone + (startedNext ? 1 : 0)).forEach((lesson, place) => {
    const day = daysAfter(begun, place * daysEach)
    tables.LessonState.push({
      enrolmentId,
      lessonId: lesson.file.id,
      block: rng.below(20),
      openedAt: day,
      readAt: day,
      completedAt: place < lessonsDone ? day : null,
      endReached: place < lessonsDone,
    })
    // If the course requires it, all practice questions of a completed lesson are answered.
    const share = place < lessonsDone && course.file.complete?.includes('answer-practice') ? 1 : practises
    for (const question of lesson.practice.filter(() => rng.chance(share))) {
      const answer = JSON.stringify(inventedAnswer(question, simulate(question).right, rng))
      tables.PracticeAnswer.push({
        enrolmentId,
        questionId: question.id,
        answer,
        answeredAt: day,
        releaseId: release.id,
      })
    }
  })
  return { ...release, enrolmentId, questions: questionsOf(release) }
}

const byRelease = new WeakMap<Release, Enrolment['questions']>()

function questionsOf(release: Release): Enrolment['questions'] {
  const known = byRelease.get(release) ?? new Map(release.course.bank.map((question) => [question.id, question]))
  byRelease.set(release, known)
  return known
}
