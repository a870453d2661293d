import { type CourseCheck, error } from './finding'

/** The limits for a lesson for magistrates, and for a lesson for the public. */
export const WORDS = { taught: { fewest: 500, most: 1250 }, public: { fewest: 250, most: 900 } } as const

/**
 * A lesson must be long enough to teach and short enough for one sitting. Drawings and films do not count, because they
 * repeat the text. A drawing has a limit of its own, and the transcript of a film is as long as the film.
 */
export const lessonLength: CourseCheck = ({ lessons, file }) => {
  const { fewest, most } = WORDS[file.value?.access === 'public' ? 'public' : 'taught']
  return lessons
    .flatMap((lesson) => Object.values(lesson.prose))
    .map(({ path, words, drawings, videos }) => ({
      path,
      words: [...drawings, ...videos].reduce((left, block) => left - block.words, words),
    }))
    .filter(({ words }) => words < fewest || words > most)
    .map(({ path, words }) =>
      error({ path, line: 1 }, `${words} words: ${words < fewest ? 'write' : 'cut it to'} ${fewest} to ${most}`),
    )
}
