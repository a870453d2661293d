import { type Dragged, grip } from './drag-line'

const LINE = '[data-order-line]'

/**
 * Moves the lines of an order on the page: by the buttons beside them, which would otherwise send the form, and by
 * dragging. It listens on the document, because the questions of a lesson are replaced when they are answered.
 */
export function orderInPlace() {
  for (const list of document.querySelectorAll<HTMLElement>('[data-order]')) arrange(list)
  // Styles show the handles only where something listens to them.
  document.documentElement.dataset.drags = ''
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name="move"]')
    const list = button?.form?.querySelector<HTMLElement>('[data-order]')
    if (!button || !list) return
    event.preventDefault()
    press(list, button)
  })
  document.addEventListener('pointerdown', (event) => {
    const line = (event.target as Element).closest('[data-grip]')?.closest<HTMLElement>(LINE)
    const list = line?.parentElement
    if (!line || !list || event.button !== 0) return
    const before = linesOf(list)
    const dropped: Dragged = () => linesOf(list).some((each, place) => each !== before[place]) && storeOrder(list, line)
    grip(event, line, LINE, dropped)
  })
}

const linesOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>(LINE)]
const rankIn = (line: HTMLElement) => line.querySelector<HTMLInputElement>('input[type="hidden"]') as HTMLInputElement

function press(list: HTMLElement, button: HTMLButtonElement) {
  const line = button.closest<HTMLElement>(LINE)
  const other = button.dataset.move === 'up' ? line?.previousElementSibling : line?.nextElementSibling
  // The neighbour moves, not the line: an element that leaves the document loses the focus.
  if (line && other) line[button.dataset.move === 'up' ? 'after' : 'before'](other)
  storeOrder(list, line)
  // The pressed button may be disabled or hidden now: then the next enabled button takes the focus.
  if (button.disabled || !line) (line ?? list).querySelector<HTMLElement>('button:enabled')?.focus()
  line?.scrollIntoView({ block: 'nearest' })
}

/** Stores the order on the page as the learner's answer, and announces the new place of the line. */
function storeOrder(list: HTMLElement, line: HTMLElement | null) {
  const lines = linesOf(list)
  for (const [place, each] of lines.entries()) rankIn(each).value = `${place + 1}`
  updateButtons(list)
  const said = list.parentElement?.querySelector('[data-order-said]')
  if (said && line) {
    const words = line.querySelector('.words')?.textContent ?? ''
    said.textContent = `${words}: ${lines.indexOf(line) + 1} / ${lines.length}`
  }
  rankIn(lines[0] as HTMLElement).dispatchEvent(new Event('change', { bubbles: true }))
}

/** Sorts the lines by rank: an answer that was kept in the browser may have another order than the page. */
function arrange(list: HTMLElement) {
  const rank = (line: HTMLElement) => Number(rankIn(line).value) || Number.POSITIVE_INFINITY
  list.append(...linesOf(list).toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b))))
  updateButtons(list)
}

/** Disables the buttons that cannot move their line further, and hides the “keep” button once an order is given. */
function updateButtons(list: HTMLElement) {
  const lines = linesOf(list)
  for (const [place, line] of lines.entries()) {
    for (const button of line.querySelectorAll<HTMLButtonElement>('button')) {
      button.disabled = place === (button.dataset.move === 'up' ? 0 : lines.length - 1)
    }
  }
  const keep = list.parentElement?.querySelector<HTMLElement>('[data-order-keep]')
  if (keep) keep.hidden = lines.every((line, place) => rankIn(line).value === `${place + 1}`)
}
