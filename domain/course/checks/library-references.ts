import { lookUp } from '../../library/library'
import { isCitable } from '../../library/resolve-citation'
import { citingLibrary } from './citing-library'
import { error, type LibraryCheck } from './finding'
import { placeIn } from './source'
import { unknownInBriefs } from './unknown-in-briefs'

const ANY_DATE = '9999-12-31'

/** Everything that entries of the library cite must be in the library, and each id of a list must be unique. */
export const libraryReferences: LibraryCheck = (source, library) => {
  const dead = citingLibrary(source).flatMap(({ cites, ...place }) =>
    cites
      .filter((id) => !isCitable(library, id, ANY_DATE))
      .map((id) => error(place, `“${id}” is not in the law library: correct the id`)),
  )
  const { terms, instruments, referral, checklists, procedureChecklists } = source
  const twice = [terms, instruments, referral, procedureChecklists].flatMap((file) => {
    const ids = (file.value ?? []).map(({ id }) => id)
    return repeated(ids).map((index) => error(placeIn(file, `${index}`), `“${ids[index]}” stands twice: keep one`))
  })
  const listed = (checklists.value ?? []).map(({ provision }) => provision)
  return [
    ...dead,
    ...twice,
    ...repeated(listed).map((index) =>
      error(placeIn(checklists, `${index}`), `“${listed[index]}” has two checklists: make them one`),
    ),
    ...unknownInBriefs(source, library),
    ...listed.flatMap((provision, index) =>
      lookUp(library.provisions, provision)
        ? []
        : [error(placeIn(checklists, `${index}.provision`), `“${provision}” is not in library/law: correct the id`)],
    ),
  ]
}

function repeated(ids: readonly string[]): number[] {
  return ids.flatMap((id, index) => (ids.indexOf(id) < index ? [index] : []))
}
