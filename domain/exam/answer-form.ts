import type { Answer } from './answer'
import type { FormField } from './kinds/form'
import { formWith } from './kinds/forms'

/** The form of a question and its own fields, among the fields that a page posts or holds; nothing where it has no question. */
function questionForm(fields: Iterable<readonly [string, unknown]>) {
  const texts = [...fields].filter((field): field is FormField => typeof field[1] === 'string')
  const form = formWith(texts.map(([name]) => name))
  return form && { form, own: texts.filter(([name]) => form.owns(name)) }
}

/**
 * The answer that a form's fields hold, or null when nothing was chosen. Whether the ids belong
 * to the question is for `readAnswer`.
 */
export function answerFromFields(fields: Iterable<readonly [string, unknown]>): Answer | null {
  const question = questionForm(fields)
  return question?.form.read(question.own) ?? null
}

/** Whether the answer in the fields is begun and not whole. */
export function isPartial(fields: Iterable<readonly [string, unknown]>): boolean {
  const question = questionForm(fields)
  return question?.form.isPartial(question.own) ?? false
}
