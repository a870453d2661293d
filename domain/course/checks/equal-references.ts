import { LOCALES } from '../../locale'
import { type CourseCheck, warning } from './finding'
import type { Prose, Use } from './source'

/** All languages of a lesson must cite the same provisions and define the same terms. */
export const equalReferences: CourseCheck = ({ lessons }) =>
  lessons.flatMap((lesson) => {
    const proses = LOCALES.flatMap((locale) => lesson.prose[locale] ?? [])
    const all = new Map(proses.flatMap(references).map((use) => [use.id, use]))
    return proses.flatMap((prose) => {
      const own = new Set(references(prose).map(({ id }) => id))
      return [...all.values()]
        .filter(({ id }) => !own.has(id))
        .map(({ id, path, line }) =>
          warning(
            { path: prose.path, line: 1 },
            `“${id}” is referred to in ${path}:${line} and not here: refer to it in all languages`,
          ),
        )
    })
  })

function references({ citations, terms }: Prose): Use[] {
  return [...citations, ...terms]
}
