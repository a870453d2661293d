/** What she writes about a decision stays on the device: it is never part of a form, nor of a request. */
const PREFIX = 'reason:'

/** Keeps the reason for the step on this page, as it is typed. */
export function keepReason(): void {
  const form = document.querySelector<HTMLFormElement>('[data-decision]')
  const field = form?.querySelector<HTMLTextAreaElement>('textarea')
  if (!form || !field) return
  const key = PREFIX + form.dataset.decision
  if (field.value === '') field.value = kept(key)
  field.addEventListener('input', () => keep(key, field.value.trim()))
}

/** Shows in the debrief what this browser keeps of each step. */
export function showReasons(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-reason]')) {
    const words = kept(PREFIX + place.dataset.reason)
    const quotation = place.querySelector('q')
    if (words === '' || !quotation) continue
    quotation.textContent = words
    place.hidden = false
  }
}

/** Empty if nothing is kept, or if the browser forbids storage. */
function kept(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function keep(key: string, words: string): void {
  try {
    if (words === '') localStorage.removeItem(key)
    else localStorage.setItem(key, words)
  } catch {
    // The words stay in the field until the page is left.
  }
}
