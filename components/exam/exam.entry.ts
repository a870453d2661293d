import { loadKinds } from '../ui/kinds/load-kinds'
import { matchInPlace } from '../ui/kinds/match-in-place'
import { isIncomplete } from './answer-fields'
import { AnswerQueue } from './answer-queue'
import { autosave } from './autosave'
import { blockSubmitUntilSaved } from './block-submit-until-saved'
import { explainUnsaved } from './explain-unsaved'
import { updateQuestionMap } from './update-question-map'

loadKinds()
const line = document.querySelector<HTMLElement>('[data-save-state]')
const form = line?.closest('form')
if (line && form) {
  const { attempt = '', course = '', position, now, given = '' } = line.dataset
  // The difference between this browser's clock and the server's, up to the time that the page took to arrive. It is
  // the same for all answers of the page. It is counted from the page's first byte, since this script may arrive much
  // later.
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const arrived = page ? performance.timeOrigin + page.responseStart : Date.now()
  const offset = Math.round(Number(now) - arrived)
  const tell = explainUnsaved(form, line)
  const queue = new AnswerQueue(course, attempt, (status) => {
    show(line, status === 'saved' && isIncomplete(form) ? 'savedPart' : status)
    tell(status)
    const arrived = status === 'saved' && queue.waiting().every((unsent) => unsent.position !== Number(position))
    if (arrived) updateQuestionMap(form)
  })
  if (position === undefined) blockSubmitUntilSaved(form, queue)
  else autosave(form, { position: Number(position), givenAt: JSON.parse(given), offset }, queue)
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
