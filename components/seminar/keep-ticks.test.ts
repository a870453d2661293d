import { beforeEach, expect, it, vi } from 'vitest'
import { keepTicks } from './keep-ticks'

class Input extends EventTarget {
  checked = false
  constructor(
    readonly name: string,
    public value: string,
  ) {
    super()
  }
}
type Page = ReturnType<typeof openPage>

/** The page of a list with these boxes, as far as the script reads it. */
function openPage(...values: string[]) {
  const boxes = values.map((value) => new Input('tick', value))
  const sent = new Input('kept', '')
  const says = { hidden: true, textContent: '', dataset: { says: 'kept: #' }, focus: vi.fn() }
  const list = Object.assign(new EventTarget(), {
    dataset: { ticks: 'seminar' },
    querySelector: (selector: string) => (selector === '[data-says]' ? says : sent),
    querySelectorAll: () => boxes,
  })
  const closing = new EventTarget()
  keepTicks(list as never, closing as never)
  return { boxes, sent, says, list, closing }
}

function tick({ list, boxes }: Page, index: number, checked: boolean) {
  const box = boxes[index]
  if (box) box.checked = checked
  list.dispatchEvent(Object.defineProperty(new Event('change'), 'target', { value: box }))
}

/** @returns whether the browser would send the form. */
const submits = (form: EventTarget) => form.dispatchEvent(new Event('submit', { cancelable: true }))

beforeEach(() => {
  const held = new Map<string, string>()
  vi.stubGlobal('HTMLInputElement', Input)
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  })
  vi.useFakeTimers({ toFake: ['Date'] })
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

it('holds the closing of the list back while ticks are kept, and leads to the line that says what to do', () => {
  const page = openPage('a', 'b')
  expect(submits(page.closing)).toBe(true)
  tick(page, 0, true)
  expect(submits(page.closing)).toBe(false)
  expect(page.says).toMatchObject({ hidden: false, textContent: 'kept: 1' })
  expect(page.says.focus).toHaveBeenCalledOnce()

  // The same page, opened again without having sent them.
  const again = openPage('a', 'b')
  expect(again.boxes.map(({ checked }) => checked)).toEqual([true, false])
  expect(submits(again.closing)).toBe(false)
  tick(again, 0, false)
  expect(again.says.hidden).toBe(true)
  expect(submits(again.closing)).toBe(true)
})

it('lets the list be closed once the ticks have been sent', () => {
  tick(openPage('a', 'b'), 0, true)
  // The server has the tick: it shows a time in place of the box.
  const saved = openPage('b')
  expect(saved.says.hidden).toBe(true)
  expect(submits(saved.closing)).toBe(true)
})

it('sends for how long each tick has waited, and nothing for one that was just made', () => {
  const page = openPage('a', 'b')
  tick(page, 0, true)
  vi.setSystemTime(Date.now() + 1_800_000)
  tick(page, 1, true)
  expect(submits(page.list)).toBe(true)
  expect(page.sent.value).toBe('{"a":1800}')
})
