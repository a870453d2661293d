import type { Certainty } from '@/domain/question/answer'
import { answerFromFields, isPartial } from '@/domain/question/answer-form'
import { ANSWER_PARTS, type AnswerPart } from '@/domain/question/answer-part'
import { fillAnswer, isTicked } from '../question/fill-answer'
import type { Unsent } from './unsent-answers'

export type Field = HTMLInputElement | HTMLSelectElement

/** The part of a question that a field of the form belongs to. */
export function partOf({ name }: Field): AnswerPart {
  return name === 'certainty' || name === 'flagged' ? name : 'answer'
}

/**
 * Reads one part of a question from its form.
 *
 * @param givenAt when it was given, by the server's clock.
 */
export function readPart(form: HTMLFormElement, part: AnswerPart, position: number, givenAt: number): Unsent {
  const fields = new FormData(form)
  const read = {
    answer: () => answerFromFields(fields),
    certainty: () => (fields.get('certainty') as Certainty | null) ?? null,
    flagged: () => fields.has('flagged'),
  }
  return { position, [part]: read[part](), at: Date.now(), givenAt }
}

/** Puts a stored answer back into the form. */
export function fillForm(form: HTMLFormElement, { answer, certainty, flagged }: Unsent) {
  if (answer !== undefined) fillAnswer(form, answer)
  for (const input of form.querySelectorAll<HTMLInputElement>('input[name="certainty"]')) {
    if (certainty !== undefined) input.checked = input.value === certainty
  }
  const flag = form.querySelector<HTMLInputElement>('input[name="flagged"]')
  if (flag && flagged !== undefined) flag.checked = flagged
}

/** Whether the answer in the form is begun but not complete: a choice is open, or a rank is given twice. */
export function isIncomplete(form: HTMLFormElement): boolean {
  return isPartial(new FormData(form))
}

/** The parts in which the form differs from what the server put into it. */
export function changedParts(form: HTMLFormElement): AnswerPart[] {
  const fields = form.querySelectorAll<Field>('input, select')
  const changed = new Set([...fields].filter(isChanged).map(partOf))
  return ANSWER_PARTS.filter((part) => changed.has(part))
}

function isChanged(field: Field): boolean {
  if (field instanceof HTMLInputElement) {
    return isTicked(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
  }
  const shown = [...field.options].findIndex((option) => option.defaultSelected)
  return field.selectedIndex !== Math.max(0, shown)
}
