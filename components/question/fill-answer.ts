import type { Answer } from '@/domain/question/answer'
import { formWith } from '@/domain/question/kinds/forms'

type Field = HTMLInputElement | HTMLSelectElement

/** Puts an answer into the fields of its question; null empties them. */
export function fillAnswer(form: HTMLFormElement, answer: Answer | null) {
  const fields = [...form.querySelectorAll<Field>('input, select')]
  const question = formWith(fields.map(({ name }) => name))
  const given = answer && question ? question.write(answer) : []
  for (const field of fields.filter(({ name }) => question?.owns(name))) {
    const values = given.filter(([name]) => name === field.name).map(([, value]) => value)
    if (field instanceof HTMLInputElement && isTicked(field)) field.checked = values.includes(field.value)
    else field.value = values[0] ?? ''
  }
}

export function isTicked({ type }: Field): boolean {
  return type === 'radio' || type === 'checkbox'
}
