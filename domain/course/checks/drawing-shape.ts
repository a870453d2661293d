import { type CourseCheck, error } from './finding'

/** A drawing should show one idea. Longer content belongs in the text. */
const MOST_WORDS = 200

/** A drawn block must contain the lists from which its drawing is made, and not too many words. */
export const drawingShape: CourseCheck = ({ lessons }) =>
  lessons
    .flatMap((lesson) => Object.values(lesson.prose).flatMap((prose) => prose.drawings))
    .flatMap(({ path, line, words, faults }) => {
      const long = words > MOST_WORDS ? [`the drawing has ${words} words: cut it to ${MOST_WORDS}`] : []
      return [...faults, ...long].map((message) => error({ path, line }, message))
    })
