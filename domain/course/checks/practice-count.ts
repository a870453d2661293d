import { type CourseCheck, error, type Found, warning } from './finding'
import { keysOf } from './questions'
import { placeIn } from './source'

const FEWEST_QUESTIONS = 3
const FEWEST_KINDS = 2

/** Each lesson needs several practice questions of more than one kind. */
export const practiceCount: CourseCheck = ({ lessons }) =>
  lessons.flatMap((lesson): Found[] => {
    const place = lesson.practice[0] ? { path: lesson.practice[0].path, line: 1 } : placeIn(lesson.file)
    const { length } = lesson.practice
    if (length < FEWEST_QUESTIONS) {
      return [error(place, `the lesson has ${length} practice questions: write at least ${FEWEST_QUESTIONS}`)]
    }
    const kinds = new Set(keysOf(lesson.practice).map(({ kind }) => kind))
    return kinds.size < FEWEST_KINDS ? [warning(place, 'all practice questions are of one kind: vary them')] : []
  })
