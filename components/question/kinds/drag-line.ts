export type Dragged = () => void

/** At this distance from the edge of the window, in CSS pixels, the page scrolls while a line is dragged. */
const EDGE = 96
const STEP = 12

/**
 * Drags a line of a list by its handle until the pointer is lifted. The line changes places with those that the pointer
 * passes, so that the list always shows the order that a release would give.
 *
 * @param lines selects the lines.
 */
export function grip(event: PointerEvent, line: HTMLElement, lines: string, dropped: Dragged) {
  const handle = event.target as HTMLElement
  // The handle receives all later pointer events, wherever the pointer is.
  handle.setPointerCapture(event.pointerId)
  event.preventDefault()
  line.dataset.dragged = ''
  const stop = new AbortController()
  const { signal } = stop
  handle.addEventListener('pointermove', ({ clientY }) => follow(line, lines, clientY), { signal })
  for (const end of ['pointerup', 'pointercancel'] as const) {
    handle.addEventListener(
      end,
      () => {
        stop.abort()
        delete line.dataset.dragged
        dropped()
      },
      { signal },
    )
  }
}

function follow(line: HTMLElement, lines: string, y: number) {
  if (y < EDGE) scrollBy(0, -STEP)
  if (y > innerHeight - EDGE) scrollBy(0, STEP)
  const middle = (other: Element) => other.getBoundingClientRect().top + other.getBoundingClientRect().height / 2
  const [before, after] = [line.previousElementSibling, line.nextElementSibling]
  // The neighbour moves, not the line: an element that leaves the document loses the pointer.
  if (before?.matches(lines) && y < middle(before)) line.after(before)
  else if (after?.matches(lines) && y > middle(after)) line.before(after)
}
