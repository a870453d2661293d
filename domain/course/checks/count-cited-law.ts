import { lookUp } from '../../library/library'
import type { Provision } from '../../library/provision'
import { readCitation } from '../../library/resolve-citation'
import { citingLibrary } from './citing-library'
import type { CourseSource, LibrarySource } from './source'

/** The number of cited provisions. `quoted`: the library has their text; `told`: it only has a card. */
export type CitedLaw = { cited: number; quoted: number; told: number }

/** Counts the provisions that lessons, questions, invented files and the library cite, each once. */
export function countCitedLaw(
  courses: readonly CourseSource[],
  source: LibrarySource,
  provisions: Readonly<Record<string, Provision>>,
): CitedLaw {
  const cites = [
    ...courses.flatMap(({ citations }) => citations.map(({ id }) => id)),
    ...courses.flatMap(lawBlocks),
    ...citingLibrary(source).flatMap((place) => place.cites),
    ...(source.checklists.value ?? []).map(({ provision }) => provision),
  ]
  const ids = new Set(cites.map((id) => readCitation(id)?.provision ?? id))
  const cited = [...ids].flatMap((id) => lookUp(provisions, id) ?? [])
  const quoted = cited.filter(({ kind }) => kind === 'text').length
  return { cited: cited.length, quoted, told: cited.length - quoted }
}

function lawBlocks({ lessons }: CourseSource): string[] {
  return lessons.flatMap(({ prose }) => Object.values(prose).flatMap(({ laws }) => laws.flatMap(({ cites }) => cites)))
}
