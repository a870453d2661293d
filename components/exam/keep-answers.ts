import { fillForm, isChanged, readForm } from './answer-fields'
import type { AnswerQueue } from './answer-queue'

const RETRY_MS = 10_000

/** The question as the server showed it: `savedSeq` is when that answer was given, `offset` as in `readForm`. */
type Shown = { position: number; savedSeq: number; offset: number }

/** Saves the form's answer as soon as it is given, and again when the network or the reader comes back. */
export function keepAnswers(form: HTMLFormElement, { position, savedSeq, offset }: Shown, queue: AnswerQueue) {
  const add = () => void queue.add(readForm(form, position, offset))
  queue.forgetOlder(position, savedSeq)
  const kept = queue.waiting().find((unsent) => unsent.position === position)
  if (kept) fillForm(form, kept)
  // She may have answered before this script arrived, when nobody listened.
  if (!kept && isChanged(form)) add()
  else void queue.sendAll()

  form.addEventListener('change', add)
  form.addEventListener('submit', (event) => {
    const go = (event.submitter as HTMLButtonElement | null)?.value
    if (!go) return
    event.preventDefault()
    // The next page opens once everything given so far has arrived; until then the reader stays and is told.
    void queue.sendAll().then((arrived) => arrived && window.location.assign(go))
  })
  // By a link or the browser's own buttons: where storage is full or forbidden the answer would be gone.
  window.addEventListener('beforeunload', (event) => queue.isFragile() && event.preventDefault())
  window.addEventListener('online', () => void queue.sendAll())
  setInterval(() => queue.waiting().length > 0 && void queue.sendAll(), RETRY_MS)
}
