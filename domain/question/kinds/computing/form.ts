import { isPairs } from '../answer-shape'
import { type FormField, fieldsFor, type KindForm } from '../form'
import type { Pairs } from '../kind'

const { owns, nameOf, idIn } = fieldsFor('n.')

/** The name of the field for a number. */
export const numberName = nameOf

/** The fields hold the text as it was typed; the rules of the question decide whether it is a number. */
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

/** The number fields of a refused form, so that its page can show them again. */
export function typedNumbers(fields: Iterable<readonly [string, unknown]>): FormField[] {
  return [...fields].flatMap(([name, text]): FormField[] =>
    owns(name) && typeof text === 'string' ? [[name, text]] : [],
  )
}

/** The text that was typed into the number fields; null if all of them are empty. */
export function typedAnswer(fields: Iterable<readonly [string, unknown]>): Pairs | null {
  return computingForm.read(typedNumbers(fields))
}
