import type { Certainty } from '@/domain/exam/answer'
import { answerFromFields, FIELD } from '@/domain/exam/answer-form'
import type { Unsent } from './unsent-answers'

/**
 * The state of a question's form.
 *
 * @param offset the server's clock minus this browser's, in ms.
 */
export function readForm(form: HTMLFormElement, position: number, offset: number): Unsent {
  const fields = new FormData(form)
  const at = Date.now()
  return {
    position,
    answer: answerFromFields(fields.entries()),
    certainty: (fields.get('certainty') as Certainty | null) ?? null,
    flagged: fields.has('flagged'),
    at,
    givenAt: at + offset,
  }
}

/** Puts a kept answer back into the form. */
export function fillForm(form: HTMLFormElement, { answer, certainty, flagged }: Unsent) {
  const picked = Array.isArray(answer) ? answer : []
  for (const input of form.querySelectorAll<HTMLInputElement>(`input[name="${FIELD.choice}"]`)) {
    input.checked = picked.includes(input.value)
  }
  for (const select of form.querySelectorAll('select')) {
    if (select.name.startsWith(FIELD.rank)) {
      const rank = picked.indexOf(select.name.slice(FIELD.rank.length))
      select.value = rank < 0 ? '' : String(rank + 1)
    } else if (answer && !Array.isArray(answer)) select.value = answer[select.name.slice(FIELD.match.length)] ?? ''
  }
  for (const input of form.querySelectorAll<HTMLInputElement>('input[name="certainty"]')) {
    input.checked = input.value === certainty
  }
  const flag = form.querySelector<HTMLInputElement>('input[name="flagged"]')
  if (flag) flag.checked = flagged ?? false
}

/** Whether the form differs from what the server put into it. */
export function isChanged(form: HTMLFormElement): boolean {
  const inputs = [...form.querySelectorAll('input')]
  const selects = [...form.querySelectorAll('select')]
  return (
    inputs.some((input) => input.checked !== input.defaultChecked) ||
    selects.some(({ options, selectedIndex }) => {
      const shown = [...options].findIndex((option) => option.defaultSelected)
      return selectedIndex !== Math.max(0, shown)
    })
  )
}
