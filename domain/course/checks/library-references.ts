import { resolveCitation } from '../../library/resolve-citation'
import { error, type LibraryCheck } from './finding'
import { placeIn } from './source'

const ANY_DATE = '9999-12-31'

/** What traps and glossary notes cite is in the store; ids of instruments and terms are given once. */
export const libraryReferences: LibraryCheck = ({ provisions, terms, instruments }, library) => {
  const dead = (cites: readonly string[]) => cites.filter((id) => resolveCitation(library, id, ANY_DATE) === null)
  const fromTraps = provisions.flatMap((source) =>
    (source.value?.traps ?? []).flatMap(({ cites }, index) =>
      dead(cites).map((id) =>
        error(placeIn(source, `traps.${index}.cites`), `“${id}” is not in the law library: correct the id`),
      ),
    ),
  )
  const fromTerms = (terms.value ?? []).flatMap(({ cites = [] }, index) =>
    dead(cites).map((id) =>
      error(placeIn(terms, `${index}.cites`), `“${id}” is not in the law library: correct the id`),
    ),
  )
  const twice = [terms, instruments].flatMap((file) => {
    const ids = (file.value ?? []).map(({ id }) => id)
    return ids.flatMap((id, index) =>
      ids.indexOf(id) < index ? [error(placeIn(file, `${index}`), `“${id}” stands twice: keep one`)] : [],
    )
  })
  return [...fromTraps, ...fromTerms, ...twice]
}
