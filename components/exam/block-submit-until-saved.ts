import type { AnswerQueue } from './answer-queue'

/** Holds the hand-in back until every answer kept in this browser has reached the server. */
export function guardHandIn(form: HTMLFormElement, queue: AnswerQueue) {
  // What arrives only now was counted as unanswered when this page was made: show it afresh.
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
