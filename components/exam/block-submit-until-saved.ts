import type { AnswerQueue } from './answer-queue'

/** Blocks the hand-in until every answer stored in this browser has reached the server. */
export function blockSubmitUntilSaved(form: HTMLFormElement, queue: AnswerQueue) {
  // Answers that arrive now were counted as missing when this page was made. Load it again.
  const refresh = async () => {
    const waited = queue.waiting().length > 0
    if ((await queue.sendAll()) && waited) window.location.reload()
  }
  void refresh()
  window.addEventListener('online', () => void refresh())
  form.addEventListener('submit', (event) => {
    if (queue.waiting().length === 0) return
    event.preventDefault()
    void queue.sendAll().then((arrived) => arrived && form.submit())
  })
}
