import { readCitation } from '../library/resolve-citation'
import type { Course } from './course'

/** The articles among what is cited, each once. Single paragraphs would be too little to say anything about. */
export function citedProvisions(cites: readonly string[], { provisions }: Pick<Course, 'provisions'>): string[] {
  const cited = cites.flatMap((cite) => readCitation(cite)?.provision ?? [])
  return [...new Set(cited)].filter((id) => Object.hasOwn(provisions, id))
}
