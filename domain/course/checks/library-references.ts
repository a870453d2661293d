import { lookUp } from '../../library/library'
import { isCitable } from '../../library/resolve-citation'
import { error, type LibraryCheck } from './finding'
import { pathwayCites } from './pathway-cites'
import { type LibrarySource, type Place, placeIn } from './source'

const ANY_DATE = '9999-12-31'

type Citing = Place & { cites: readonly string[] }

/** Everything that entries of the library cite must be in the library, and each id of a list must be unique. */
export const libraryReferences: LibraryCheck = (source, library) => {
  const dead = citing(source).flatMap(({ cites, ...place }) =>
    cites
      .filter((id) => !isCitable(library, id, ANY_DATE))
      .map((id) => error(place, `“${id}” is not in the law library: correct the id`)),
  )
  const { terms, instruments, referral, checklists } = source
  const twice = [terms, instruments, referral].flatMap((file) => {
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

function citing({ provisions, terms, decisions, indicators, referral, checklists, pathway }: LibrarySource): Citing[] {
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
    ...(checklists.value ?? []).flatMap(({ items }, list) =>
      items.map(({ cites }, index) => ({ ...placeIn(checklists, `${list}.items.${index}.cites`), cites })),
    ),
  ]
}
