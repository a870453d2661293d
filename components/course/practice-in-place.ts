import { isMove } from '../question/kinds/is-move'
import { countAnswered } from './end-of-lesson'

/**
 * Sends a practice answer without leaving the page. The server answers with the question and its feedback. A page whose
 * reader is signed in, so that her answers are stored, has a template with the words for the end of her session.
 */
export function practiceInPlace(notSent: string) {
  const answered = countAnswered()
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !('practice' in form.dataset)) return
    // The script that moves the lines of an order is not loaded yet: the form itself moves them.
    if (isMove(event.submitter)) return
    event.preventDefault()
    void send(form, notSent).then(answered)
  })
  document.addEventListener('change', ({ target }) => forgetMarks(target as Element))
}

/**
 * A part that is answered anew is neither right nor wrong before it is checked again. Moving one line of an order moves
 * others. The options of a choice keep their marks, which say what each option is.
 */
function forgetMarks(changed: Element) {
  const order = changed.closest('[data-order], [data-places]')
  const parts = order ? order.querySelectorAll('[data-judged-slot]') : [changed.closest('[data-judged-slot]')]
  for (const part of parts) {
    part?.classList.remove('is-ok', 'is-bad')
    part?.querySelector('.judged-mark')?.remove()
  }
}

async function send(form: HTMLFormElement, notSent: string) {
  // The submit button has no name; the buttons with a name move the lines of an ordering question.
  const button = form.querySelector<HTMLButtonElement>('button:not([name])')
  const body = new URLSearchParams(new FormData(form) as never)
  const signedOut = document.querySelector<HTMLTemplateElement>('template[data-signed-out]')
  const headers = { 'x-fragment': '1', ...(signedOut && { 'x-signed-in': '1' }) }
  if (button) button.disabled = true
  try {
    const response = await fetch(form.action, { method: 'POST', body, headers })
    if (response.ok) return show(form, await response.text())
    say(form, response.status === 401 && signedOut ? signedOut.content.cloneNode(true) : notSent)
  } catch {
    say(form, notSent)
  }
  if (button) button.disabled = false
}

function show(form: HTMLFormElement, html: string) {
  const card = form.closest('.practice')
  const next = new DOMParser().parseFromString(html, 'text/html').querySelector('.practice')
  if (!card || !next) throw new Error('no question in the answer')
  card.replaceWith(next)
  const told = next.querySelector<HTMLElement>('[data-feedback]')
  if (told) return told.focus()
  // The answer was refused. The error message is above the first field, which may be far above the button.
  const first = 'fieldset :is(input:not([type="hidden"]), select, button:enabled)'
  next.querySelector<HTMLElement>(first)?.focus({ preventScroll: true })
  next.querySelector('.error')?.scrollIntoView({ block: 'center' })
}

/** Says at the end of the form why the answer was not sent. The faults of its fields have lines of their own. */
function say(form: HTMLFormElement, words: string | Node) {
  const line = form.querySelector('[data-not-sent]') ?? document.createElement('p')
  line.setAttribute('data-not-sent', '')
  line.setAttribute('role', 'alert')
  line.className = 'error'
  line.replaceChildren(words)
  form.append(line)
}
