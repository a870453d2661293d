import { readCitation } from '@/domain/library/resolve-citation'

type Read = { cites: readonly string[]; laws: readonly string[] }

/**
 * Whether a printed lesson shows a row of a provision below its text: a row that it cites but does not quote. The other
 * rows are in the text already, or are not cited.
 *
 * @param paragraphs a row of the provision, as ids such as `1` or `1.4`.
 */
export function isOnPaper({ cites, laws }: Read, provision: string, paragraphs: readonly string[]): boolean {
  const quoted = placesOf(laws, provision)
  const cited = placesOf(cites, provision)
  return paragraphs.some((id) => !holds(quoted, id) && (holds(cited, id) || cited.some((place) => leadsTo(id, place))))
}

/** The paragraphs and items of a provision that the ids cite; `null` is the whole provision. */
function placesOf(ids: readonly string[], provision: string): (string | null)[] {
  return ids.flatMap((id) => (readCitation(id)?.provision === provision ? [id.split('#')[1] ?? null] : []))
}

function holds(places: readonly (string | null)[], id: string): boolean {
  return places.some((place) => place === null || place === id || id.startsWith(`${place}.`))
}

/** A cited item also shows the sentence that introduces its list: without it, the item cannot be understood. */
function leadsTo(id: string, place: string | null): boolean {
  return place?.startsWith(`${id}.`) ?? false
}
