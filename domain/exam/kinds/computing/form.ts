import { isPairs } from '../answer-shape'
import { type FormField, fieldsFor, type KindForm } from '../form'
import type { Pairs } from '../kind'

const { owns, nameOf, idIn } = fieldsFor('n.')

/** The name of the field for a number. */
export const numberName = nameOf

/** The fields hold what was typed: whether it is a number depends on the question, and is decided by its rules. */
export const computingForm: KindForm<Pairs> = {
  owns,
  read: (fields) => {
    const typed = fields.flatMap(([name, text]) => (text.trim() === '' ? [] : [[idIn(name), text.trim()] as const]))
    return typed.length > 0 ? Object.fromEntries(typed) : null
  },
  write: (answer) =>
    isPairs(answer) ? Object.entries(answer).map(([asked, text]): FormField => [nameOf(asked), text]) : [],
  isPartial: (fields) => fields.some(([, text]) => text.trim() !== '') && fields.some(([, text]) => text.trim() === ''),
}

/** The fields of numbers among those of a form that was refused, so that its page can show them again. */
export function typedNumbers(fields: Iterable<readonly [string, unknown]>): FormField[] {
  return [...fields].flatMap(([name, text]): FormField[] =>
    owns(name) && typeof text === 'string' ? [[name, text]] : [],
  )
}

/** What was typed where a number is asked for; null if nothing was. */
export function typedAnswer(fields: Iterable<readonly [string, unknown]>): Pairs | null {
  return computingForm.read(typedNumbers(fields))
}
