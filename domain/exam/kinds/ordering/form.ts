import { isPicks } from '../answer-shape'
import { type FormField, fieldsFor, type KindForm } from '../form'
import type { Pairs, Picks } from '../kind'

const { owns, nameOf, idIn } = fieldsFor('o.')

/** The name of the field for an option's rank. */
export const rankName = nameOf

export const orderingForm: KindForm<Picks | Pairs> = {
  owns,
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

/** The ids from first to last; if a rank is missing or given twice, the ranks given so far. */
function read(fields: readonly FormField[]): Picks | Pairs | null {
  const ranks = fields.map(([name, rank]) => [idIn(name), rank] as const)
  const sorted = ranks.toSorted(([, a], [, b]) => Number(a) - Number(b))
  if (sorted.every(([, rank], place) => rank === `${place + 1}`)) return sorted.map(([id]) => id)
  const given = ranks.filter(([, rank]) => rank !== '')
  return given.length > 0 ? Object.fromEntries(given) : null
}
