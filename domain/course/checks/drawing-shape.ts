import { type CourseCheck, error } from './finding'

/** A drawing shows one thought: what needs more words is text. */
const MOST_WORDS = 200

/** A block that is drawn must hold the lists that its drawing is made of. */
export const drawingShape: CourseCheck = ({ lessons }) =>
  lessons
    .flatMap((lesson) => Object.values(lesson.prose).flatMap((prose) => prose.drawings))
    .flatMap(({ path, line, words, faults }) => {
      const long = words > MOST_WORDS ? [`the drawing has ${words} words: cut it to ${MOST_WORDS}`] : []
      return [...faults, ...long].map((message) => error({ path, line }, message))
    })
