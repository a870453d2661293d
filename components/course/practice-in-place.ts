import { updateAnswered } from './end-of-lesson'

/** Sends a practice answer without leaving the page. The server answers with the question and its feedback. */
export function practiceInPlace(notSent: string) {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !('practice' in form.dataset)) return
    event.preventDefault()
    void send(form, notSent)
  })
}

async function send(form: HTMLFormElement, notSent: string) {
  // The submit button has no name; the buttons with a name move the lines of an ordering question.
  const button = form.querySelector<HTMLButtonElement>('button:not([name])')
  const body = new URLSearchParams(new FormData(form) as never)
  if (button) button.disabled = true
  try {
    const response = await fetch(form.action, { method: 'POST', body, headers: { 'x-fragment': '1' } })
    if (!response.ok) throw new Error(String(response.status))
    show(form, await response.text())
  } catch {
    if (button) button.disabled = false
    say(form, notSent)
  }
}

function show(form: HTMLFormElement, html: string) {
  const card = form.closest('.practice')
  const next = new DOMParser().parseFromString(html, 'text/html').querySelector('.practice')
  if (!card || !next) throw new Error('no question in the answer')
  card.replaceWith(next)
  updateAnswered()
  const told = next.querySelector<HTMLElement>('[data-feedback]')
  if (told) return told.focus()
  // The answer was refused. The error message is above the first field, which may be far above the button.
  const first = 'fieldset :is(input:not([type="hidden"]), select, button:enabled)'
  next.querySelector<HTMLElement>(first)?.focus({ preventScroll: true })
  next.querySelector('.error')?.scrollIntoView({ block: 'center' })
}

function say(form: HTMLFormElement, text: string) {
  const line = form.querySelector('[role=alert]') ?? document.createElement('p')
  line.setAttribute('role', 'alert')
  line.className = 'error'
  line.textContent = text
  form.append(line)
}
