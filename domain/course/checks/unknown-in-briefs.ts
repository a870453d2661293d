import { checklistOf } from '../../library/brief-parts'
import { type Library, lookUp } from '../../library/library'
import { error, type Found } from './finding'
import { type LibrarySource, placeIn } from './source'

/** A brief shows entries of the library by their ids: each must exist, and a brief must have something to check. */
export function unknownInBriefs({ briefs }: LibrarySource, library: Library): Found[] {
  return briefs.flatMap((file) => {
    if (!file.value) return []
    const { checklist, checks, decisions, models, traps } = file.value
    const dead = (key: string, id: string) => error(placeIn(file, key), `“${id}” is not in the library: correct the id`)
    return [
      ...(checklist !== undefined && !checklistOf(library, checklist) ? [dead('checklist', checklist)] : []),
      ...decisions.filter((id) => !lookUp(library.decisions, id)).map((id) => dead('decisions', id)),
      ...models.filter((id) => !lookUp(library.models, id)).map((id) => dead('models', id)),
      ...traps.flatMap(({ provision, notes }) => {
        const known = lookUp(library.provisions, provision)?.traps.length ?? 0
        return notes.filter((note) => note > known).map((note) => dead('traps', `${provision}, note ${note}`))
      }),
      ...(checklist === undefined && checks === undefined
        ? [error(placeIn(file), 'says nothing to check: name a checklist, or write “checks”')]
        : []),
    ]
  })
}
