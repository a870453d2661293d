import 'server-only'
import type { Course, Lesson } from '@/domain/course/course'
import type { Passage } from '@/domain/course/passage'
import { readPassages } from '@/domain/course/read-passages'
import { memoizePerObject } from '@/domain/memoize'
import { contentHash } from './content-hash'

/** As many characters of a hash as tell the blocks of a course apart. */
const HASH_LENGTH = 32

// An older release, which does not store what was read of its lessons.
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

/** The course with the blocks of its lessons, as a release stores it. */
export function withPassages(course: Course): Course {
  return {
    ...course,
    lessons: course.lessons.map((lesson) => ({ ...lesson, passages: [...passagesOf(course, lesson)] })),
  }
}
