import { readNumber } from '@/domain/question/kinds/computing/read-number'
import type { Unit } from '@/domain/question/kinds/computing/unit'

/**
 * Says at once that what was typed is not a clear number, and prevents the form from being sent. It listens on the
 * document, and before the form does, because the questions of a lesson are replaced when they are answered.
 */
export function numberInPlace() {
  // Values that the server sent back with the page, or that the browser has filled in.
  for (const field of document.querySelectorAll('[data-number]')) check(field, true)
  document.addEventListener('change', ({ target }) => check(target, true), true)
  // While the learner corrects the number, no error appears, but the form can be sent as soon as the number is valid.
  document.addEventListener('input', ({ target }) => check(target, false), true)
}

function check(target: EventTarget | null, isFinished: boolean) {
  if (!(target instanceof HTMLInputElement) || !('number' in target.dataset)) return
  const read = target.value.trim() === '' ? null : readNumber(target.value, target.dataset.number as Unit)
  const fault = read && read.status !== 'read' ? read.status : null
  const said = [...(target.closest('.field')?.querySelectorAll<HTMLElement>('[data-fault]') ?? [])]
  const sentence = said.find(({ dataset }) => dataset.fault === fault)
  target.setCustomValidity(sentence?.textContent ?? '')
  if (!isFinished && fault) return
  if (fault) target.setAttribute('aria-invalid', 'true')
  else target.removeAttribute('aria-invalid')
  for (const each of said) each.hidden = each !== sentence
}
