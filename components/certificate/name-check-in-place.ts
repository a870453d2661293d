/** Checks the name without leaving the page. The answer appears under the form and is announced to screen readers. */
export function nameCheckInPlace() {
  const form = document.querySelector<HTMLFormElement>('form[data-name-check]')
  const place = document.querySelector<HTMLElement>('[data-name-answer]')
  if (!form || !place) return
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    // If no answer comes (no network, for example), submit the form normally: the page then says what is wrong.
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
    // A refusal is a whole page. Only its sentence is shown here.
    const note = answer.querySelector(response.ok ? '.note' : '#main p')
    if (!note) throw new Error(String(response.status))
    place.replaceChildren(note)
  } finally {
    if (button) button.disabled = false
  }
}
