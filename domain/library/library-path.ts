import { type LawStore, lookUp } from './library'
import { readCitation } from './resolve-citation'

/** The library's address of what `id` cites, without the language: a decision, a provision, or one paragraph of it. */
export function libraryPath(store: LawStore, id: string): string | null {
  if (lookUp(store.decisions, id)) return `/library/cases/${id}`
  const citation = readCitation(id)
  if (!citation || !lookUp(store.provisions, citation.provision)) return null
  const { provision, paragraph, item } = citation
  const page = `/library/law/${provision}`
  return paragraph === null
    ? page
    : `${page}#${paragraphAnchor(item === null ? `${paragraph}` : `${paragraph}.${item}`)}`
}

/** `1.4` → `p1.4`: the fragment of a paragraph or item on its article's page. */
export function paragraphAnchor(paragraph: string): string {
  return `p${paragraph}`
}
