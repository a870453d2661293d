import { readCitation } from '@/domain/library/resolve-citation'

type Read = { cites: readonly string[]; laws: readonly string[] }

/**
 * What a printed lesson shows below its text: of each provision the paragraphs that it cites and does not quote. The
 * others stand in the text already, or nobody refers to them.
 *
 * @param paragraphs a row of the provision, as ids such as `1` or `1.4`.
 */
export function isOnPaper({ cites, laws }: Read, provision: string, paragraphs: readonly string[]): boolean {
  const quoted = placesOf(laws, provision)
  const cited = placesOf(cites, provision)
  return paragraphs.some((id) => !holds(quoted, id) && (holds(cited, id) || cited.some((place) => leadsTo(id, place))))
}

/** The places in a provision that ids name; `null` is the whole of it. */
function placesOf(ids: readonly string[], provision: string): (string | null)[] {
  return ids.flatMap((id) => (readCitation(id)?.provision === provision ? [id.split('#')[1] ?? null] : []))
}

function holds(places: readonly (string | null)[], id: string): boolean {
  return places.some((place) => place === null || place === id || id.startsWith(`${place}.`))
}

/** The sentence that a list of items begins with is needed to understand an item. */
function leadsTo(id: string, place: string | null): boolean {
  return place?.startsWith(`${id}.`) ?? false
}
