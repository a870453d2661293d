import type { Answer } from './answer'
import type { FormField } from './kinds/form'
import { formWith } from './kinds/forms'
import { MOVE } from './kinds/move'

/**
 * The form of a question's kind, with the fields that belong to it among all the given fields; undefined if none do.
 */
function questionForm(fields: Iterable<readonly [string, unknown]>) {
  const texts = [...fields].filter((field): field is FormField => typeof field[1] === 'string')
  const form = formWith(texts.map(([name]) => name))
  return form && { form, own: texts.filter(([name]) => form.owns(name) || (form.moves && name === MOVE)) }
}

/**
 * The answer that the fields hold; null if nothing was chosen. `readAnswer` checks whether the ids belong to the
 * question.
 */
export function answerFromFields(fields: Iterable<readonly [string, unknown]>): Answer | null {
  const question = questionForm(fields)
  return question?.form.read(question.own) ?? null
}

/** Whether the answer in the fields is begun but incomplete. */
export function isPartial(fields: Iterable<readonly [string, unknown]>): boolean {
  const question = questionForm(fields)
  return question?.form.isPartial(question.own) ?? false
}
