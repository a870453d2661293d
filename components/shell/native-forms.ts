import { keep, kept } from './tab-history'

/** Sentences of the page's language; the frame of a document writes them on `body`. */
type Words = { sending: string; notSent: string; showPassword: string; hidePassword: string }

/** Kept in the tab: the address that she typed. */
const EMAIL = 'email'
/** Something that a person fills in, and would have to fill in again. */
const TYPED = 'input:not([type="hidden"]), select, textarea'
/** A server that has not answered by then does not answer. */
const PATIENCE_MS = 10_000
/** A form that is still here by then was stopped, or brought a file: its button works again. */
const HOLD_MS = 10_000

/**
 * What forms gain from JavaScript: the button says that it is sending and takes no second tap, the outcome takes the focus,
 * a password can be shown, and what was typed stays when the server cannot be reached. Without it each is sent as it is.
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

function addShowButton(input: HTMLInputElement, { showPassword, hidePassword }: Words) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn'
  button.setAttribute('aria-controls', input.id)
  const show = (shown: boolean) => {
    input.type = shown ? 'text' : 'password'
    button.textContent = shown ? hidePassword : showPassword
  }
  button.addEventListener('click', () => show(input.type === 'password'))
  // Browsers offer to keep what is sent from a password field only.
  input.form?.addEventListener('submit', () => show(false))
  show(false)
  input.after(button)
}

/** From page to page of signing in and up. Any other page forgets it: the next reader of this tab is not told. */
function keepEmail() {
  const input = document.querySelector<HTMLInputElement>('input[data-kept]')
  if (!input) return keep(EMAIL, null)
  input.value ||= kept(EMAIL) ?? ''
  input.addEventListener('input', () => keep(EMAIL, input.value))
  if (input.value) keep(EMAIL, input.value)
}

function guardForms(words: Words) {
  const held = new Map<HTMLFormElement, () => void>()
  const reached = new WeakSet<HTMLFormElement>()
  const release = (form: HTMLFormElement) => {
    held.get(form)?.()
    held.delete(form)
  }
  // On the window, after every script that sends a form itself.
  window.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
    // A script that sends it itself may have come to the page between two events.
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
  // The browser may show this very page again when she comes back to it.
  window.addEventListener('pageshow', ({ persisted }) => persisted && [...held.keys()].forEach(release))
}

/** @returns what gives the button back its words. */
function holdButton(button: HTMLElement | null, sending: string): () => void {
  const words = [...(button?.childNodes ?? [])]
  button?.replaceChildren(sending)
  return () => button?.replaceChildren(...words)
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
