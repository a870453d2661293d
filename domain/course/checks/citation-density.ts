import { type CourseCheck, error } from './finding'
import { LANGUAGE_NAME } from './language-name'
import type { Prose } from './source'

/** The least for a lesson for magistrates, and for a lesson for the public, which states little law. */
export const CITATIONS_PER_HUNDRED_WORDS = { taught: 2, public: 1 } as const

/** Citations per hundred words in one language, without the facts of the worked example. */
export function citationDensity({ citations, ownWords }: Prose): number {
  return ownWords === 0 ? 0 : (citations.filter(({ inCase }) => !inCase).length / ownWords) * 100
}

/** Statements about the law must name their source. */
export const citationsPerWords: CourseCheck = ({ lessons, file }) => {
  const fewest = CITATIONS_PER_HUNDRED_WORDS[file.value?.access === 'public' ? 'public' : 'taught']
  return lessons
    .flatMap((lesson) => Object.values(lesson.prose))
    .filter((prose) => citationDensity(prose) < fewest)
    .map((prose) =>
      error(
        { path: prose.path, line: 1 },
        `the ${LANGUAGE_NAME[prose.locale]} has ${citationDensity(prose).toFixed(1)} citations per hundred words: cite at least ${fewest}`,
      ),
    )
}
