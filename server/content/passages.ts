import 'server-only'
import type { Compared } from '@/domain/course/changes'
import type { Course, Lesson } from '@/domain/course/course'
import type { TaughtLesson } from '@/domain/course/law-delta'
import type { Passage } from '@/domain/course/passage'
import { citedInPassages, readPassages, wordsOfPassages } from '@/domain/course/read-passages'
import { memoizePerObject } from '@/domain/memoize'
import type { QuestionKey } from '@/domain/question/question'
import { contentHash } from './content-hash'

/** The number of characters of a hash that is enough to distinguish the blocks of a course. */
const HASH_LENGTH = 32

// For older releases, which do not store the passages of their lessons.
const readOf = memoizePerObject((course: Course) =>
  memoizePerObject((lesson: Lesson) =>
    readPassages(lesson, { store: course, date: course.file.lawDate }, (text) =>
      contentHash(text).slice(0, HASH_LENGTH),
    ),
  ),
)

/** The blocks of a lesson, in the order of the page. */
export function passagesOf(course: Course, lesson: Lesson): readonly Passage[] {
  return lesson.passages ?? readOf(course)(lesson)
}

/** The parts of a course by which it is compared with another release of it. */
export function comparedCourse(course: Course): Compared {
  return {
    lessons: course.lessons.map((lesson) => ({
      id: lesson.file.id,
      passages: passagesOf(course, lesson),
      words: wordsOfPassages(lesson, { store: course, date: course.file.lawDate }),
      practice: lesson.practice,
    })),
    questions: [...course.bank, ...(course.second ?? []).map(({ question }) => question)],
  }
}

/** The blocks of a course with what they cite. */
export const taughtIn = memoizePerObject((course: Course): readonly TaughtLesson[] =>
  course.lessons.map((lesson) => {
    const words = wordsOfPassages(lesson, { store: course, date: course.file.lawDate })
    const cited = citedInPassages(lesson)
    const blocks = passagesOf(course, lesson).flatMap(({ block, hash, section }, place) => {
      const [said, marks] = [words[place], cited[place]]
      return said && marks ? [{ block, hash, section: section?.id ?? null, words: said, ...marks }] : []
    })
    return { id: lesson.file.id, blocks }
  }),
)

export const hashOfQuestion = (question: QuestionKey): string => contentHash(question).slice(0, HASH_LENGTH)

/** The course with the blocks of its lessons, as a release stores it. */
export function withPassages(course: Course): Course {
  return {
    ...course,
    lessons: course.lessons.map((lesson) => ({ ...lesson, passages: [...passagesOf(course, lesson)] })),
  }
}
