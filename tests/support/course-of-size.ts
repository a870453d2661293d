import type { Course } from '@/domain/course/course'
import { examRuleOf } from '@/domain/course/graded'
import { lesson, localized, singleChoice } from './course-factories'
import { smallCourse } from './exam-taken'

/** The parts of a course with `size` lessons, each with a practice question, and an exam of `size` questions. */
export function courseOfSize(size: number): Pick<Course, 'file' | 'lessons' | 'exam' | 'bank'> {
  const numbers = Array.from({ length: size }, (_, index) => index + 1)
  const small = smallCourse('sized')
  const lessons = numbers.map((n) => {
    const made = lesson({
      bodies: localized(`\n\n::quiz{id="practice-${n}"}`),
      practice: [singleChoice({ id: `practice-${n}` })],
    })
    return { ...made, file: { ...made.file, id: `lesson-${n}` } }
  })
  return {
    file: { ...small.file, outline: numbers.map((n) => `lesson-${n}`) },
    lessons,
    exam: { ...examRuleOf(small), questions: size, objectives: { qualify: size } },
    bank: numbers.map((n) => singleChoice({ id: `exam-${n}` })),
  }
}
