import { type Course, courseSchema } from '@/domain/course/course'
import { examRuleOf } from '@/domain/course/graded'

export const TEN_QUESTIONS = 'bench-ten'
const QUESTIONS = 10

/**
 * The same course under another name, with an exam of ten questions from the same bank and no limit on attempts. The
 * exam of the previous platform was measured with it.
 */
export function tenQuestionCourse(course: Course): Course {
  const exam = examRuleOf(course)
  const objectives = Object.keys(exam.objectives)
  const share = (place: number) => Math.floor(((place + 1) * QUESTIONS) / objectives.length)
  const drawn = objectives.map((id, place) => [id, share(place) - share(place - 1)] as const)
  return courseSchema.parse({
    ...course,
    file: { ...course.file, id: TEN_QUESTIONS },
    exam: {
      ...exam,
      questions: QUESTIONS,
      attempts: 1000,
      coolDownHours: 0,
      objectives: Object.fromEntries(drawn.filter(([, count]) => count > 0)),
    },
  })
}
