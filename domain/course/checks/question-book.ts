import { entryPath } from '../../library/entry-path'
import { type Library, lookUp } from '../../library/library'
import { error, type LibraryCheck } from './finding'
import { placeIn } from './source'

/** The prepared questions of readers must name existing terms, ideas and pages, and define each idea once. */
export const questionBook: LibraryCheck = ({ questions }, library) => {
  const { ideas, answers } = questions.value ?? { ideas: [], answers: [] }
  const ids = ideas.map(({ id }) => id)
  const pages = pagesOf(library)
  return [
    ...ids.flatMap((id, index) =>
      ids.indexOf(id) < index ? [error(placeIn(questions, `ideas.${index}.id`), `“${id}” stands twice: keep one`)] : [],
    ),
    ...ideas.flatMap(({ terms }, index) =>
      terms
        .filter((term) => !lookUp(library.terms, term))
        .map((term) =>
          error(
            placeIn(questions, `ideas.${index}.terms`),
            `“${term}” is not in library/glossary.yaml: correct the id or add the term there`,
          ),
        ),
    ),
    ...answers.flatMap(({ asks }, index) =>
      asks
        .filter((idea) => !ids.includes(idea))
        .map((idea) =>
          error(placeIn(questions, `answers.${index}.asks`), `“${idea}” is none of the ideas above: correct the id`),
        ),
    ),
    ...answers.flatMap(({ page }, index) =>
      page.startsWith('/courses/') || pages.has(page)
        ? []
        : [error(placeIn(questions, `answers.${index}.page`), `“${page}” is no page of the library: correct it`)],
    ),
    ...answers.flatMap(({ page, paragraphs = [] }, index) =>
      paragraphs
        .filter((paragraph) => !paragraphsOf(library, page).has(paragraph))
        .map((paragraph) =>
          error(
            placeIn(questions, `answers.${index}.paragraphs`),
            `“${page}” has no paragraph ${paragraph} in force: correct the number`,
          ),
        ),
    ),
  ]
}

function paragraphsOf(library: Library, page: string): ReadonlySet<string> {
  const version = lookUp(library.provisions, page.replace('/library/law/', ''))?.versions[0]
  return new Set(version && 'text' in version && !version.inForceUntil ? Object.keys(version.text.ar) : [])
}

/** The pages of the library. Lessons are not known here: the test of the search checks them. */
function pagesOf(library: Library): ReadonlySet<string> {
  return new Set([
    ...Object.keys(library.provisions).map((id) => `/library/law/${id}`),
    ...Object.keys(library.decisions).map((id) => `/library/cases/${id}`),
    ...Object.keys(library.terms).map(entryPath.term),
    ...Object.keys(library.referral).map(entryPath.referral),
    ...Object.keys(library.figures).map(entryPath.figure),
    ...Object.keys(library.procedureChecklists).map(entryPath.checklist),
    ...Object.keys(library.models).map(entryPath.model),
    ...Object.values(library.indicators).flatMap(({ id, indicators }) => [
      entryPath.indicators(id),
      ...indicators.map((sign) => entryPath.indicator(id, sign.id)),
    ]),
  ])
}
