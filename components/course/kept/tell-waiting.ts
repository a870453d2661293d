import { keepSending, type Sent } from './send-waiting'
import { stateOf } from './state-of'
import { allWaiting, settle } from './waiting-acts'

/**
 * Sends the acts done in the kept lessons of a course, and shows the sentences about those that still wait, with the
 * reasons, and about those that were not accepted. The sentences are in the page.
 */
export async function tellWaiting(within: HTMLElement, course: string): Promise<void> {
  const ofCourse = () => allWaiting().filter(({ act }) => act.courseId === course)
  const tell = (sent: Sent) => {
    const all = ofCourse()
    const shown = new Set<string>(all.map(({ owner, act }) => stateOf(owner, act, sent)))
    const isToUnderstand = all.some(({ act }) => act.outcome)
    for (const text of within.querySelectorAll<HTMLElement>('[data-waits]')) {
      const name = text.dataset.waits ?? ''
      text.hidden = !(name === 'understood' ? isToUnderstand : shown.has(name))
    }
  }
  within.querySelector('button[data-waits="understood"]')?.addEventListener('click', () => {
    for (const { owner, act } of ofCourse()) if (act.outcome) settle(owner, act)
    void keepSending(tell)
  })
  addEventListener('online', () => void keepSending(tell))
  await keepSending(tell)
}
