import { holdButton } from '../shell/hold-button'
import { readTabValue, storeTabValue } from '../shell/tab-history'

/** Sentences in the page's language. The frame of a document writes them on `body`. */
type Words = { sending: string; notSent: string; showPassword: string; hidePassword: string }

/** The storage key under which the tab keeps the typed e-mail address. */
const EMAIL = 'email'
/** The fields that a person would have to fill in again. */
const TYPED = 'input:not([type="hidden"]), select, textarea'
/** After this time the server counts as not reachable. */
const PATIENCE_MS = 10_000
/** If the form is still here after this time, it was stopped or has downloaded a file: its button works again. */
const HOLD_MS = 10_000

/**
 * What JavaScript adds to forms: the button says that it is sending and ignores a second tap, the outcome takes the
 * focus, a password can be shown, and typed text stays if the server cannot be reached. Without JavaScript each form is
 * sent as it is.
 */
export function nativeForms() {
  const { sending, notSent, showPassword, hidePassword } = document.body.dataset
  if (!sending || !notSent || !showPassword || !hidePassword) return
  const words = { sending, notSent, showPassword, hidePassword }
  for (const input of document.querySelectorAll<HTMLInputElement>('.password input')) addShowButton(input, words)
  keepEmail()
  document.querySelector<HTMLElement>('[data-outcome]')?.focus()
  guardForms(words)
}

function addShowButton(input: HTMLInputElement, words: Words) {
  // A field with another secret has its own labels.
  const { showPassword, hidePassword } = { ...words, ...input.dataset }
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn'
  button.setAttribute('aria-controls', input.id)
  const show = (shown: boolean) => {
    input.type = shown ? 'text' : 'password'
    button.textContent = shown ? hidePassword : showPassword
  }
  button.addEventListener('click', () => show(input.type === 'password'))
  // Browsers offer to save a password only from a password field.
  input.form?.addEventListener('submit', () => show(false))
  show(false)
  input.after(button)
}

/**
 * Keeps the address between the pages of signing in and up. Any other page forgets it, for the next user of the tab.
 */
function keepEmail() {
  const input = document.querySelector<HTMLInputElement>('input[data-kept]')
  if (!input) return storeTabValue(EMAIL, null)
  input.value ||= readTabValue(EMAIL) ?? ''
  input.addEventListener('input', () => storeTabValue(EMAIL, input.value))
  if (input.value) storeTabValue(EMAIL, input.value)
}

function guardForms(words: Words) {
  const held = new Map<HTMLFormElement, () => void>()
  const reached = new WeakSet<HTMLFormElement>()
  const release = (form: HTMLFormElement) => {
    held.get(form)?.()
    held.delete(form)
  }
  // Listen on the window, so that scripts that send a form themselves run first.
  window.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
    // A script that sends the form itself may have loaded since the first event.
    if (event.defaultPrevented) {
      reached.delete(form)
      return release(form)
    }
    if (reached.delete(form)) {
      setTimeout(release, HOLD_MS, form)
      return
    }
    if (held.has(form)) return event.preventDefault()
    const { submitter } = event
    held.set(form, holdButton(submitter, words.sending))
    if (!form.querySelector(TYPED)) {
      setTimeout(release, HOLD_MS, form)
      return
    }
    event.preventDefault()
    void serverAnswers().then((answers) => {
      if (answers) {
        reached.add(form)
        return form.requestSubmit(submitter)
      }
      release(form)
      sayNotSent(form, words.notSent)
    })
  })
  // The browser may show this same page again when the person comes back to it.
  window.addEventListener('pageshow', ({ persisted }) => persisted && [...held.keys()].forEach(release))
}

async function serverAnswers(): Promise<boolean> {
  const asked = { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) } as const
  return fetch('/api/health', asked).then(
    ({ ok }) => ok,
    () => false,
  )
}

function sayNotSent(form: HTMLFormElement, text: string) {
  const note = form.querySelector<HTMLElement>('[data-not-sent]') ?? document.createElement('p')
  note.dataset.notSent = ''
  note.className = 'error-summary'
  note.tabIndex = -1
  note.setAttribute('role', 'alert')
  note.textContent = text
  form.prepend(note)
  note.focus()
}
