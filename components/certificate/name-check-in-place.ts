/** Asks about the name without leaving the page; the answer comes under the form, and is read out. */
export function nameCheckInPlace() {
  const form = document.querySelector<HTMLFormElement>('form[data-name-check]')
  const place = document.querySelector<HTMLElement>('[data-name-answer]')
  if (!form || !place) return
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    // Without an answer (no network, say) the form goes the plain way, which tells what is wrong.
    ask(form, place).catch(() => form.submit())
  })
}

async function ask(form: HTMLFormElement, place: HTMLElement) {
  const button = form.querySelector('button')
  const body = new URLSearchParams(new FormData(form) as never)
  if (button) button.disabled = true
  place.replaceChildren()
  try {
    const response = await fetch(form.action, { method: 'POST', body, headers: { 'x-fragment': '1' } })
    const answer = new DOMParser().parseFromString(await response.text(), 'text/html')
    // A refusal is a page of its own: its sentence is what matters here.
    const note = answer.querySelector(response.ok ? '.note' : '#main p')
    if (!note) throw new Error(String(response.status))
    place.replaceChildren(note)
  } finally {
    if (button) button.disabled = false
  }
}
