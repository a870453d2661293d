import { isPairs } from '@/domain/question/kinds/answer-shape'
import type { FormField } from '@/domain/question/kinds/form'
import { placesOf, rankingForm, staysPut } from '@/domain/question/kinds/ranking/form'

const LIST = '[data-places]'

/**
 * Moves the steps of an order with ties on the page, by the buttons that would otherwise send the form. It listens on
 * the document, because the questions of a lesson are replaced when they are answered.
 */
export function rankInPlace() {
  // An answer that was kept in the browser may have other places than the page.
  for (const list of document.querySelectorAll<HTMLElement>(LIST)) arrange(list)
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name="move"]')
    const list = button?.form?.querySelector<HTMLElement>(LIST)
    if (!button || !list) return
    event.preventDefault()
    press(list, button)
  })
}

const linesOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('[data-place-line]')]
const fieldIn = (line: HTMLElement) => line.querySelector<HTMLInputElement>('input[type="hidden"]') as HTMLInputElement

function press(list: HTMLElement, button: HTMLButtonElement) {
  const line = button.closest<HTMLElement>('[data-place-line]')
  const fields = linesOf(list).map((each): FormField => [fieldIn(each).name, fieldIn(each).value])
  const answer = rankingForm.read([...fields, [button.name, button.value]])
  const given = answer && isPairs(answer) ? rankingForm.write(answer) : []
  for (const each of linesOf(list)) {
    const field = fieldIn(each)
    field.value = given.find(([name]) => name === field.name)?.[1] ?? ''
  }
  arrange(
    list,
    given.map(([name]) => name),
  )
  tell(list, line)
  // Moving the line made its button lose the focus, and the button may be disabled now.
  const next = button.disabled || !line ? (line ?? list).querySelector<HTMLElement>('button:enabled') : button
  next?.focus()
  line?.scrollIntoView({ block: 'nearest' })
  list.querySelector('input')?.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Sorts the steps by place. @param order the names of the fields; it sorts the steps that share a place. */
function arrange(list: HTMLElement, order: readonly string[] = []) {
  const rankOf = (line: HTMLElement) => Number(fieldIn(line).value)
  const among = (line: HTMLElement) => order.indexOf(fieldIn(line).name)
  const lines = linesOf(list).toSorted((a, b) => rankOf(a) - rankOf(b) || among(a) - among(b))
  list.append(...lines)
  const places = placesOf(lines.map((line) => [line.id, fieldIn(line).value] as const))
  for (const line of lines) show(line, places)
  const keep = list.parentElement?.querySelector<HTMLElement>('[data-places-keep]')
  if (keep) keep.hidden = lines.every((line) => fieldIn(line).value !== '')
}

function show(line: HTMLElement, places: readonly (readonly string[])[]) {
  const at = places.findIndex((ids) => ids.includes(line.id))
  line.toggleAttribute('data-tied', places[at]?.[0] !== line.id)
  for (const text of line.querySelectorAll('.at-place > span')) {
    text.textContent = (text.textContent ?? '').replace(/\d+/, `${at + 1}`)
  }
  for (const button of line.querySelectorAll<HTMLButtonElement>('button')) {
    button.disabled = staysPut(places, line.id, button.dataset.placeMove === 'up' ? 'up' : 'down')
  }
}

function tell(list: HTMLElement, line: HTMLElement | null) {
  const said = list.parentElement?.querySelector('[data-places-said]')
  if (!said || !line) return
  said.textContent = `${line.querySelector('.words')?.textContent ?? ''}: ${line.querySelector('.at-place > .sr')?.textContent ?? ''}`
}
