import { leaveDevice } from './leave-device'
import { sendWaiting } from './send-waiting'
import { allWaiting } from './waiting-acts'

/** How long signing out waits for what is still to be sent, and for the device to delete what it keeps. */
const PATIENCE_MS = 4000
const SIGNS_OUT = 'button[value="sign-out"], button[value="sign-out-everywhere"]'

/** The buttons of which she was told what they would discard, or behind which nothing is left. */
const ready = new WeakSet<HTMLElement>()

// Signing out sends what waits, says what could not be sent, and then leaves nothing behind. Browsers that understand
// `Clear-Site-Data` would delete the rest by themselves, without having sent or said anything.
document.addEventListener('submit', (event) => {
  const button = event.submitter
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !button?.matches(SIGNS_OUT) || ready.has(button)) return
  event.preventDefault()
  void within(sendWaiting()).then(async () => {
    // What has an outcome was sent: only she has not read what became of it.
    const unsent = allWaiting().filter(({ act }) => !act.outcome).length + countExamAnswers()
    const told = button.dataset.told === String(unsent)
    if (unsent > 0 && !told) return say(button, unsent)
    await within(leaveDevice())
    ready.add(button)
    form.requestSubmit(button)
  })
})

/** Answers of an exam that have not arrived wait in the storage that signing out clears. */
function countExamAnswers(): number {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith('exam:')).length
  } catch {
    return 0
  }
}

function say(button: HTMLElement, unsent: number): void {
  button.dataset.told = String(unsent)
  const note = document.querySelector<HTMLElement>('[data-unsent]')
  if (!note) return
  note.hidden = false
  button.closest('form')?.before(note)
  note.focus()
}

async function within(work: Promise<unknown>): Promise<void> {
  await Promise.race([work.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
}
