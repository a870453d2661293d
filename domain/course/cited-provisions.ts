import { readCitation } from '../library/resolve-citation'
import type { Course } from './course'

/** The provisions that these citations name, each once. Single paragraphs are too small a unit. */
export function citedProvisions(cites: readonly string[], { provisions }: Pick<Course, 'provisions'>): string[] {
  const cited = cites.flatMap((cite) => readCitation(cite)?.provision ?? [])
  return [...new Set(cited)].filter((id) => Object.hasOwn(provisions, id))
}
