import { loadKinds } from '../question/kinds/load-kinds'
import { matchInPlace } from '../question/kinds/match-in-place'
import { isIncomplete } from './answer-fields'
import { AnswerQueue } from './answer-queue'
import { autosave } from './autosave'
import { blockSubmitUntilSaved } from './block-submit-until-saved'
import { explainUnsaved } from './explain-unsaved'
import { serverClock } from './server-clock'
import { updateQuestionMap } from './update-question-map'

loadKinds()
const line = document.querySelector<HTMLElement>('[data-save-state]')
const form = line?.closest('form')
if (line && form) {
  const { attempt = '', course = '', position, now, given = '' } = line.dataset
  const tell = explainUnsaved(form, line)
  const queue = new AnswerQueue(course, attempt, (status) => {
    show(line, status === 'saved' && isIncomplete(form) ? 'savedPart' : status)
    tell(status)
    const arrived = status === 'saved' && queue.waiting().every((unsent) => unsent.position !== Number(position))
    if (arrived) updateQuestionMap(form)
  })
  if (position === undefined) blockSubmitUntilSaved(form, queue)
  else autosave(form, { position: Number(position), givenAt: JSON.parse(given), now: serverClock(Number(now)) }, queue)
}
// Where the map lies over the page, it would cover what the form says if it cannot be sent.
document.addEventListener('submit', ({ submitter }) => {
  submitter?.closest<HTMLElement>('[popover]')?.hidePopover?.()
})
// This runs after the waiting answers have been put back into the form.
matchInPlace()

function show(line: HTMLElement, status: string) {
  line.dataset.saveState = status
  for (const text of line.querySelectorAll<HTMLElement>('[data-when]')) text.hidden = text.dataset.when !== status
}
