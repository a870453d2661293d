import { statementOf } from '@/domain/case/worksheet/worksheet'
import { isMark, readSigns } from './read-signs'

// The script of the worksheet writes the statement and clears the worksheet after a delay. It stores and sends
// nothing.

/** The delay after the last entry before the worksheet clears itself. */
const CLEAR_AFTER_MS = 30 * 60 * 1000
const LOOK_EVERY_MS = 15_000

const form = document.querySelector<HTMLFormElement>('[data-worksheet]')
if (form) {
  let touchedAt: number | null = null
  const told = form.querySelector<HTMLElement>('[data-cleared]')
  const say = (text: string) => told?.replaceChildren(text)

  form.addEventListener('input', () => {
    touchedAt = Date.now()
    say('')
    writeStatement(form)
  })
  form.addEventListener('reset', () => {
    touchedAt = null
    // The fields are empty only after the event.
    setTimeout(() => writeStatement(form))
  })
  const clearOld = () => {
    if (touchedAt === null || Date.now() - touchedAt < CLEAR_AFTER_MS) return
    form.reset()
    say(told?.dataset.cleared ?? '')
  }
  setInterval(clearOld, LOOK_EVERY_MS)
  // On a device that slept, or a page restored by the browser, the timer did not run.
  document.addEventListener('visibilitychange', clearOld)
  window.addEventListener('pageshow', clearOld)
  // The browser may refill the fields of a reloaded page.
  form.reset()
}

function writeStatement(form: HTMLFormElement): void {
  const statement = statementOf(readSigns(form))
  for (const part of form.querySelectorAll<HTMLElement>('[data-mark]')) {
    const mark = part.dataset.mark ?? ''
    const signs = isMark(mark) ? statement[mark] : []
    part.hidden = signs.length === 0
    for (const line of part.querySelectorAll('dd')) line.remove()
    for (const { text, quote } of signs) {
      const line = document.createElement('dd')
      line.textContent = quote ? `${text} « ${quote} »` : text
      part.append(line)
    }
  }
}
