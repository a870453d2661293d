import { statementOf } from '@/domain/practice/worksheet/worksheet'
import { isMark, readSigns } from './read-signs'

// What a script adds to the worksheet: its statement in words, and that it clears itself. It stores and sends nothing.

/** The worksheet clears itself so long after the last entry. */
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
  // A device that slept, or a page that the browser shows again, has no ticking timer.
  document.addEventListener('visibilitychange', clearOld)
  window.addEventListener('pageshow', clearOld)
  // A browser may fill a page that was reloaded.
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
