import type { Decision } from '../../library/decision'
import { lookUp } from '../../library/library'
import { error, type LibraryCheck } from './finding'
import { type EntrySource, placeIn } from './source'

/** A decision's file must be named after its id, its keywords be in the list, and its holding among the options. */
export const decisionFiles: LibraryCheck = ({ decisions, keywords }, library) => [
  ...decisions.flatMap((source) => (source.value ? faultsIn(source, source.value) : [])),
  ...decisions.flatMap((source) =>
    (source.value?.keywords ?? []).flatMap((id, index, all) => {
      const place = placeIn(source, `keywords.${index}`)
      if (all.indexOf(id) < index) return [error(place, `“${id}” stands twice: keep one`)]
      return lookUp(library.keywords, id)
        ? []
        : [error(place, `“${id}” is not in library/keywords.yaml: correct the id or add it there`)]
    }),
  ),
  ...(keywords.value ?? []).flatMap(({ id }, index, all) =>
    all.findIndex((other) => other.id === id) < index
      ? [error(placeIn(keywords, `${index}`), `“${id}” stands twice: keep one`)]
      : [],
  ),
]

function faultsIn(source: EntrySource<Decision>, { id, prediction }: Decision) {
  const options = prediction.options.map((option) => option.id)
  return [
    ...(id === source.id
      ? []
      : [error(placeIn(source, 'id'), `the file is “${source.id}.yaml”: write “id: ${source.id}”`)]),
    ...(options.includes(prediction.holding)
      ? []
      : [
          error(
            placeIn(source, 'prediction.holding'),
            `“${prediction.holding}” is none of the options: write one of ${options.join(', ')}`,
          ),
        ]),
    ...options.flatMap((option, index) =>
      options.indexOf(option) < index
        ? [error(placeIn(source, `prediction.options.${index}`), `option “${option}” stands twice: rename one`)]
        : [],
    ),
  ]
}
