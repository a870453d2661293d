import { holdButton } from '../../shell/hold-button'
import { leaveDevice } from './leave-device'
import { sendWaiting } from './send-waiting'
import { countUnsent } from './unsent-work'

/** How long signing out waits for stored acts to be sent, and then, as long again, for the deletion on the device. */
const PATIENCE_MS = 4000
const SIGNS_OUT = 'button[value="sign-out"], button[value="sign-out-everywhere"]'

/** The buttons whose submission may pass: everything is sent, or the learner was told what will be discarded. */
const ready = new WeakSet<HTMLElement>()
let isWorking = false

// Signing out sends the stored acts, says what could not be sent, and then deletes everything. Browsers that support
// `Clear-Site-Data` would delete the rest by themselves, without having sent or said anything.
document.addEventListener('submit', (event) => {
  const button = event.submitter
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !button?.matches(SIGNS_OUT) || ready.has(button)) return
  event.preventDefault()
  if (isWorking) return
  isWorking = true
  const release = holdButton(button, document.body.dataset.sending ?? '')
  // What counts is what she had read when she pressed the button, not what is said while she waits.
  void mayLeave(button, button.dataset.told).then((may) => {
    release()
    isWorking = false
    if (may) form.requestSubmit(button)
  })
})

/** Sends what can be sent, and deletes everything if nothing is left, or if she was told of all that is left. */
async function mayLeave(button: HTMLElement, told: string | undefined): Promise<boolean> {
  await within(sendWaiting())
  const unsent = countUnsent()
  const counts = JSON.stringify(unsent)
  if (Object.keys(unsent).length > 0 && told !== counts) {
    button.dataset.told = counts
    say(button, unsent)
    return false
  }
  await within(leaveDevice())
  ready.add(button)
  return true
}

function say(button: HTMLElement, unsent: object): void {
  const note = document.querySelector<HTMLElement>('[data-unsent]')
  if (!note) return
  for (const line of note.querySelectorAll<HTMLElement>('[data-of]')) line.hidden = !((line.dataset.of ?? '') in unsent)
  note.hidden = false
  button.closest('form')?.before(note)
  note.focus()
}

async function within(work: Promise<unknown>): Promise<void> {
  await Promise.race([work.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
}
