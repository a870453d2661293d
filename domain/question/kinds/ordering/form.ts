import { isPicks } from '../answer-shape'
import { type FormField, fieldsFor, type KindForm } from '../form'
import type { Pairs, Picks } from '../kind'
import { MOVE, movedOption } from '../move'

const { owns, nameOf, idIn } = fieldsFor('o.')

/** The name of the field for an option's rank. */
export const rankName = nameOf

export const orderingForm: KindForm<Picks | Pairs> = {
  owns,
  moves: true,
  read,
  write: (answer) => {
    const ranks = isPicks(answer) ? answer.map((id, place) => [id, `${place + 1}`] as const) : Object.entries(answer)
    return ranks.map(([id, rank]): FormField => [nameOf(id), rank])
  },
  isPartial: (fields) => {
    const order = read(fields)
    return order !== null && !isPicks(order)
  },
}

/**
 * The ids from first to last; if a rank is missing or given twice, the ranks given so far. If a move button sent the
 * form, the order of the fields on the page with this one move.
 */
function read(fields: readonly FormField[]): Picks | Pairs | null {
  const ranks = fields.filter(([name]) => owns(name)).map(([name, rank]) => [idIn(name), rank] as const)
  const move = fields.find(([name]) => name === MOVE)
  if (ranks.length === 0) return null
  if (move)
    return afterMove(
      ranks.map(([id]) => id),
      move[1],
    )
  const sorted = ranks.toSorted(([, a], [, b]) => Number(a) - Number(b))
  if (sorted.every(([, rank], place) => rank === `${place + 1}`)) return sorted.map(([id]) => id)
  const given = ranks.filter(([, rank]) => rank !== '')
  return given.length > 0 ? Object.fromEntries(given) : null
}

/** The order after a button was pressed. An option at the end of the list stays there; “keep” changes nothing. */
function afterMove(ids: readonly string[], move: string): Picks {
  const from = ids.indexOf(movedOption(move) ?? '')
  const to = from + (move.endsWith(':up') ? -1 : 1)
  const [moved, passed] = [ids[from], ids[to]]
  if (moved === undefined || passed === undefined) return [...ids]
  return ids.toSpliced(from, 1, passed).toSpliced(to, 1, moved)
}

/**
 * The options as the page lists them: those with a rank first, from first to last. The rest stay in the given order.
 */
export function listedOptions<Option extends { id: string }>(
  options: readonly Option[],
  rankOf: (id: string) => string,
): Option[] {
  const place = ({ id }: Option) => (rankOf(id) === '' ? options.length + 1 : Number(rankOf(id)))
  return options.toSorted((a, b) => place(a) - place(b))
}
