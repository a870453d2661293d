import { briefPoints } from './brief-points'
import { pathwayCites } from './pathway-cites'
import { type LibrarySource, type Place, placeIn } from './source'

/** The places of the library that cite the law or a decision, with what each cites. */
export function citingLibrary({
  provisions,
  terms,
  decisions,
  indicators,
  referral,
  checklists,
  procedureChecklists,
  models,
  briefs,
  pathway,
}: LibrarySource): (Place & { cites: readonly string[] })[] {
  return [
    ...provisions.flatMap((file) =>
      (file.value?.traps ?? []).map(({ cites }, index) => ({ ...placeIn(file, `traps.${index}.cites`), cites })),
    ),
    ...(terms.value ?? []).map(({ cites = [] }, index) => ({ ...placeIn(terms, `${index}.cites`), cites })),
    ...decisions.map((file) => ({ ...placeIn(file, 'cites'), cites: file.value?.cites ?? [] })),
    ...indicators.flatMap((file) =>
      (file.value?.indicators ?? []).map(({ cites }, index) => ({
        ...placeIn(file, `indicators.${index}.cites`),
        cites,
      })),
    ),
    ...(referral.value ?? []).map(({ cites }, index) => ({ ...placeIn(referral, `${index}.cites`), cites })),
    ...pathwayCites(pathway).map(({ file, at, cites }) => ({ ...placeIn(file, at), cites })),
    ...[checklists, procedureChecklists].flatMap((file) =>
      (file.value ?? []).flatMap(({ items }, list) =>
        items.map(({ cites }, index) => ({ ...placeIn(file, `${list}.items.${index}.cites`), cites })),
      ),
    ),
    ...models.flatMap((file) =>
      (file.value?.parts ?? []).map(({ cites = [] }, index) => ({ ...placeIn(file, `parts.${index}.cites`), cites })),
    ),
    ...briefs.flatMap((file) => briefPoints(file).map(({ at, cites }) => ({ ...placeIn(file, `${at}.cites`), cites }))),
    ...briefs.flatMap((file) =>
      file.value ? [{ ...placeIn(file, 'texts'), cites: [...file.value.texts, ...file.value.decisions] }] : [],
    ),
  ]
}
