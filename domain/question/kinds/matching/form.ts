import { isPairs } from '../answer-shape'
import { type FormField, fieldsFor, type KindForm } from '../form'
import type { Pairs } from '../kind'

const { owns, nameOf, idIn } = fieldsFor('m.')

/** The name of the field for a prompt. */
export const matchName = nameOf

export const matchingForm: KindForm<Pairs> = {
  owns,
  read: (fields) => {
    const pairs = fields.filter(([, option]) => option !== '')
    return pairs.length > 0 ? Object.fromEntries(pairs.map(([name, option]) => [idIn(name), option])) : null
  },
  write: (answer) =>
    isPairs(answer) ? Object.entries(answer).map(([prompt, option]): FormField => [nameOf(prompt), option]) : [],
  isPartial: (fields) => fields.some(([, option]) => option !== '') && fields.some(([, option]) => option === ''),
}
