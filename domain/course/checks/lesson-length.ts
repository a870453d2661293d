import { type CourseCheck, error } from './finding'

export const FEWEST_WORDS = 500
export const MOST_WORDS = 900

/** A lesson is long enough to teach and short enough for one sitting. */
export const lessonLength: CourseCheck = ({ lessons }) =>
  lessons
    .flatMap((lesson) => Object.values(lesson.prose))
    .filter(({ words }) => words < FEWEST_WORDS || words > MOST_WORDS)
    .map(({ path, words }) =>
      error(
        { path, line: 1 },
        `${words} words: ${words < FEWEST_WORDS ? 'write' : 'cut it to'} ${FEWEST_WORDS} to ${MOST_WORDS}`,
      ),
    )
