import { answerFromFields } from '@/domain/question/answer-form'
import type { AnswerState } from '@/domain/question/is-complete'
import { isIncomplete } from './answer-fields'

/** Shows in the map what has been saved of the question on the page. */
export function updateQuestionMap(form: HTMLFormElement) {
  const cell = document.querySelector<HTMLElement>('.qmap [aria-current]')
  if (!cell) return
  const state = stateOf(form)
  cell.className = state
  for (const mark of cell.querySelectorAll<HTMLElement>('[data-state]')) mark.hidden = mark.dataset.state !== state
  const flag = cell.querySelector<HTMLElement>('[data-flag]')
  if (flag) flag.hidden = !new FormData(form).has('flagged')
}

/** Does what `answerState` does, but from the fields: the browser does not know the question. */
function stateOf(form: HTMLFormElement): AnswerState {
  if (answerFromFields(new FormData(form).entries()) === null) return 'unanswered'
  return isIncomplete(form) ? 'incomplete' : 'answered'
}
