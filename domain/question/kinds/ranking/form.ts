import { isPairs } from '../answer-shape'
import { type FormField, fieldsFor, type KindForm } from '../form'
import type { Pairs } from '../kind'
import { MOVE, movedOption } from '../move'

const { owns, nameOf, idIn } = fieldsFor('k.')

/** The name of the field for an option's place. */
export const placeName = nameOf

/** The ids of each place, from the first to the last. */
type Places = readonly (readonly string[])[]

export const rankingForm: KindForm<Pairs> = {
  owns,
  moves: true,
  /** Without a button: the places in the fields, or null while one of them is empty. */
  read: (fields) => {
    const given = fields.filter(([name]) => owns(name)).map(([name, place]) => [idIn(name), place] as const)
    const move = fields.find(([name]) => name === MOVE)
    if (given.length === 0) return null
    if (move) return pairsOf(afterMove(placesOf(given), move[1]))
    return given.every(([, place]) => place !== '') ? Object.fromEntries(given) : null
  },
  write: (answer) =>
    isPairs(answer) ? Object.entries(answer).map(([id, place]): FormField => [nameOf(id), place]) : [],
  isPartial: () => false,
}

/** The places that a list shows. If one is missing, each option gets its position in the list. */
export function placesOf(given: readonly (readonly [id: string, place: string])[]): Places {
  if (given.some(([, place]) => place === '')) return given.map(([id]) => [id])
  const used = [...new Set(given.map(([, place]) => Number(place)))].toSorted((a, b) => a - b)
  return used.map((place) => given.filter((each) => Number(each[1]) === place).map(([id]) => id))
}

/** Each option with its place, from "1". */
function pairsOf(places: Places): Pairs {
  return Object.fromEntries(places.flatMap((ids, at) => ids.map((id) => [id, `${at + 1}`])))
}

/**
 * The places after the press of a button. An option that is alone in its place joins the place above or below; one that
 * shares its place gets a place of its own before or after the others. So each press up is undone by a press down.
 */
function afterMove(places: Places, move: string): Places {
  const id = movedOption(move) ?? ''
  const from = places.findIndex((ids) => ids.includes(id))
  const shared = places[from]
  if (!shared) return places
  const isUp = move.endsWith(':up')
  const rest = shared.filter((other) => other !== id)
  if (rest.length > 0) return places.toSpliced(from, 1, ...(isUp ? [[id], rest] : [rest, [id]]))
  const joined = places[from + (isUp ? -1 : 1)]
  if (!joined) return places
  return places.toSpliced(isUp ? from - 1 : from, 2, isUp ? [...joined, id] : [id, ...joined])
}

/** Whether a button cannot move an option: it is alone in the first place (up) or in the last (down). */
export function staysPut(places: Places, id: string, to: 'up' | 'down'): boolean {
  const end = places.at(to === 'up' ? 0 : -1) ?? []
  return end.length === 1 && end[0] === id
}
