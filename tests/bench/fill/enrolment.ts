import { daysAfter, type Filling, type Release } from './filling'
import { inventedAnswer } from './invented-answer'
import type { Person } from './person'

export type Enrolment = Release & { enrolmentId: string }

/** Lessons done one a day, the next one begun, some practice questions answered on the way. */
export function addEnrolment(
  { tables, roll }: Filling,
  { accountId, begun }: Person,
  release: Release,
  lessonsDone: number,
): Enrolment {
  const { course } = release
  const enrolmentId = roll.uuid(begun)
  tables.Enrolment.push({
    id: enrolmentId,
    accountId,
    courseId: course.file.id,
    releaseId: release.id,
    enrolledAt: begun,
  })
  course.lessons.slice(0, lessonsDone + 1).forEach((lesson, place) => {
    const day = daysAfter(begun, place)
    tables.LessonState.push({
      enrolmentId,
      lessonId: lesson.file.id,
      block: roll.below(20),
      openedAt: day,
      readAt: day,
      completedAt: place < lessonsDone ? day : null,
    })
    for (const question of lesson.practice.filter(() => roll.chance(0.6))) {
      const answer = JSON.stringify(inventedAnswer(question, roll.chance(0.7), roll))
      tables.PracticeAnswer.push({ enrolmentId, questionId: question.id, answer, answeredAt: day })
    }
  })
  return { ...release, enrolmentId }
}
