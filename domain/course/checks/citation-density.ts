import { type CourseCheck, error } from './finding'
import { LANGUAGE_NAME } from './language-name'
import type { Prose } from './source'

export const CITATIONS_PER_HUNDRED_WORDS = 2

/** Citations for a hundred words, in one language, the facts of the worked example left out. */
export function citationDensity({ citations, ownWords }: Prose): number {
  return ownWords === 0 ? 0 : (citations.filter(({ inCase }) => !inCase).length / ownWords) * 100
}

/** What is said of the law carries its source. */
export const citationsPerWords: CourseCheck = ({ lessons }) =>
  lessons
    .flatMap((lesson) => Object.values(lesson.prose))
    .filter((prose) => citationDensity(prose) < CITATIONS_PER_HUNDRED_WORDS)
    .map((prose) =>
      error(
        { path: prose.path, line: 1 },
        `the ${LANGUAGE_NAME[prose.locale]} has ${citationDensity(prose).toFixed(1)} citations per hundred words: cite at least ${CITATIONS_PER_HUNDRED_WORDS}`,
      ),
    )
