import type { Library } from '../../library/library'
import type { Localized } from '../../locale'
import { plainText } from '../../text/markup'
import { briefPoints } from './brief-points'
import { error, type Found, type LibraryCheck } from './finding'
import { numbersIn, referencesIn } from './references-in'
import { type LibrarySource, type Place, placeIn } from './source'

const YEAR = /^(?:19|20)\d\d$/

type Said = { place: Place; texts: readonly Localized[]; cites: readonly string[] }

/** A number of law named in a checklist point, a part of a model or a question about a sign must be in its `cites`. */
export const namedAndCited: LibraryCheck = (source, library) =>
  said(source).flatMap((one) => unnamed(one, library).map((number) => found(one.place, number)))

function found(place: Place, number: string): Found {
  return error(place, `${number} is named here and not cited: add it to “cites”, or leave the number out`)
}

function unnamed({ texts, cites }: Said, library: Library): string[] {
  const cited = numbersIn('', cites, library)
  const named = texts.flatMap((text) => Object.values(text).flatMap((words) => [...referencesIn(plainText(words))]))
  return [...new Set(named)].filter((number) => !cited.has(number) && !YEAR.test(number))
}

function said({ checklists, procedureChecklists, models, briefs, indicators }: LibrarySource): Said[] {
  return [
    ...[checklists, procedureChecklists].flatMap((file) =>
      (file.value ?? []).flatMap(({ items }, list) =>
        items.map(({ text, cites }, at) => ({ place: placeIn(file, `${list}.items.${at}`), texts: [text], cites })),
      ),
    ),
    ...models.flatMap((file) =>
      (file.value?.parts ?? []).map(({ text, note, cites = [] }, at) => ({
        place: placeIn(file, `parts.${at}`),
        texts: note ? [text, note] : [text],
        cites,
      })),
    ),
    ...briefs.flatMap((file) =>
      briefPoints(file).map(({ at, texts, cites }) => ({ place: placeIn(file, at), texts, cites })),
    ),
    ...indicators.flatMap((file) =>
      (file.value?.indicators ?? []).map(({ ask, record, cites }, at) => ({
        place: placeIn(file, `indicators.${at}`),
        texts: [ask, record],
        cites,
      })),
    ),
  ]
}
