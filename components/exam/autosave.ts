import type { AnswerPart, GivenAt } from '@/domain/question/answer-part'
import { changedParts, type Field, fillForm, partOf, readPart } from './answer-fields'
import type { AnswerQueue } from './answer-queue'

const RETRY_MS = 10_000

/** The question as the server showed it, and the server's clock. */
type Shown = { position: number; givenAt: GivenAt; now: () => number }

/** Saves the form's answer as soon as it is given, and again when the network or the learner comes back. */
export function autosave(form: HTMLFormElement, { position, givenAt, now }: Shown, queue: AnswerQueue) {
  const read = (part: AnswerPart) => readPart(form, part, position, now())
  queue.dropOlder(position, givenAt)
  const kept = queue.waiting().filter((unsent) => unsent.position === position)
  // The learner may have answered before this script arrived.
  const missed = changedParts(form).map(read)
  for (const unsent of [...kept, ...missed]) fillForm(form, unsent)
  if (missed.length > 0) void queue.add(...missed)
  else void queue.sendAll()

  // Send only the part that the learner touched: the others may be older here than what another tab has saved.
  form.addEventListener('change', ({ target }) => {
    const part = partOf(target as Field)
    // An invalid number would be refused: the field says so, and nothing is sent.
    if (part !== 'answer' || form.checkValidity()) void queue.add(read(part))
  })
  form.addEventListener('submit', (event) => {
    const { name = '', value: go = '' } = (event.submitter as HTMLButtonElement | null) ?? {}
    if (name !== 'go' || !go) return
    event.preventDefault()
    // Open the next page once every answer given so far has arrived. Until then stay, and say why.
    void queue.sendAll().then((arrived) => arrived && window.location.assign(go))
  })
  // The learner leaves by a link or the browser's own buttons: with full or forbidden storage the answer would be lost.
  window.addEventListener('beforeunload', (event) => queue.isUnpersisted() && event.preventDefault())
  window.addEventListener('online', () => void queue.sendAll())
  setInterval(() => queue.waiting().length > 0 && void queue.sendAll(), RETRY_MS)
}
