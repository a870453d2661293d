import { countUnsent } from './count-unsent'
import { leaveDevice } from './leave-device'
import { sendWaiting } from './send-waiting'
import { allWaiting } from './waiting-acts'

/** How long signing out waits for stored acts to be sent, and then, as long again, for the deletion on the device. */
const PATIENCE_MS = 4000
const SIGNS_OUT = 'button[value="sign-out"], button[value="sign-out-everywhere"]'

/** The buttons whose submission may pass: everything is sent, or the learner was told what will be discarded. */
const ready = new WeakSet<HTMLElement>()

// Signing out sends the stored acts, says what could not be sent, and then deletes everything. Browsers that support
// `Clear-Site-Data` would delete the rest by themselves, without having sent or said anything.
document.addEventListener('submit', (event) => {
  const button = event.submitter
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !button?.matches(SIGNS_OUT) || ready.has(button)) return
  event.preventDefault()
  void within(sendWaiting()).then(async () => {
    // An act with an outcome was sent; only its sender has not read the outcome yet.
    const unsent = allWaiting().filter(({ act }) => !act.outcome).length + countUnsent()
    const told = button.dataset.told === String(unsent)
    if (unsent > 0 && !told) return say(button, unsent)
    await within(leaveDevice())
    ready.add(button)
    form.requestSubmit(button)
  })
})

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
