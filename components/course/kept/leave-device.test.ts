import { beforeEach, expect, it, vi } from 'vitest'
import { fakeStorage } from '@/tests/support/fake-storage'
import { allWaiting, keepWaiting } from './waiting-acts'

const ACT = {
  courseId: 'detection',
  lessonId: 'signs',
  releaseId: '0198c0de-0000-7000-8000-000000000001',
  at: 1,
  practice: { questionId: 'p1', answer: ['a'] },
}
const SENDING = 'Sending…'

/** The elements of the page as far as the script uses them. */
class Form {
  /** How often the form was really sent. */
  sent = 0
  before = () => undefined
  requestSubmit = (button: Button) => {
    if (!press(this, button)) this.sent += 1
  }
}
type Button = ReturnType<typeof buttonOf>
type Submit = { target: Form; submitter: Button; preventDefault: () => void }

function buttonOf(form: Form) {
  const button = {
    dataset: {} as { told?: string },
    childNodes: ['Sign out'],
    matches: () => true,
    closest: () => form,
    replaceChildren: (...words: string[]) => {
      button.childNodes = words
    },
  }
  return button
}

let hear: (event: Submit) => void
let note: { hidden: boolean; focus: () => void; querySelectorAll: () => { dataset: { of: string }; hidden: boolean }[] }

/** @returns whether the script held the form back */
function press(form: Form, button: Button): boolean {
  let held = false
  const preventDefault = () => {
    held = true
  }
  hear({ target: form, submitter: button, preventDefault })
  return held
}

/** A site that does not answer before the test says so. */
function slowSite() {
  const asked: (() => void)[] = []
  vi.stubGlobal('fetch', () => new Promise((_, fail) => asked.push(() => fail(new TypeError('Failed to fetch')))))
  return { asked, fail: () => asked.splice(0).forEach((end) => void end()) }
}

beforeEach(async () => {
  vi.resetModules()
  vi.stubGlobal('localStorage', fakeStorage())
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('window', {})
  vi.stubGlobal('HTMLFormElement', Form)
  const lines = ['kept', 'exam', 'grid', 'ticks'].map((of) => ({ dataset: { of }, hidden: true }))
  note = { hidden: true, focus: () => undefined, querySelectorAll: () => lines }
  vi.stubGlobal('document', {
    body: { dataset: { sending: SENDING } },
    querySelector: () => note,
    addEventListener: (_: string, listener: typeof hear) => {
      hear = listener
    },
  })
  await import('./leave-device.entry')
  return () => vi.unstubAllGlobals()
})

const shownKinds = () => note.querySelectorAll().flatMap(({ dataset, hidden }) => (hidden ? [] : [dataset.of]))

it('tells first what is unsent, however often the button is pressed meanwhile, and signs out on the next press', async () => {
  keepWaiting('her', ACT)
  const form = new Form()
  const button = buttonOf(form)
  const { asked, fail } = slowSite()

  expect([press(form, button), press(form, button)]).toEqual([true, true])
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  expect(button.childNodes).toEqual([SENDING])
  fail()
  await vi.waitFor(() => expect(note.hidden).toBe(false))
  await vi.waitFor(() => expect(button.childNodes).toEqual(['Sign out']))
  expect([form.sent, allWaiting().length, shownKinds()]).toEqual([0, 1, ['kept']])

  press(form, button)
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  fail()
  await vi.waitFor(() => expect(form.sent).toBe(1))
  expect(allWaiting()).toEqual([])
})

it.each([
  ['exam', 'exam:0198c0de'],
  ['grid', 'grid:her:roof-room:1'],
  ['ticks', 'ticks 0198c0de'],
])('tells of unsent work of the kind “%s”, which only another page can send', async (kind, key) => {
  localStorage.setItem(key, '{}')
  const form = new Form()
  const button = buttonOf(form)
  press(form, button)

  await vi.waitFor(() => expect(note.hidden).toBe(false))
  expect([form.sent, shownKinds()]).toEqual([0, [kind]])
})

it('tells again if more is unsent than she was told', async () => {
  localStorage.setItem('exam:1', '{}')
  const form = new Form()
  const button = buttonOf(form)
  press(form, button)
  await vi.waitFor(() => expect(shownKinds()).toEqual(['exam']))
  await vi.waitFor(() => expect(button.childNodes).toEqual(['Sign out']))
  localStorage.setItem('ticks 1', '{}')
  press(form, button)

  await vi.waitFor(() => expect(shownKinds()).toEqual(['exam', 'ticks']))
  expect(form.sent).toBe(0)
})

const refuse = () => {
  throw new DOMException('no', 'SecurityError')
}

it.each([
  ['everything has arrived', () => Object.assign(fakeStorage(), { shortcuts: 'off' })],
  ['the browser forbids its storage', () => new Proxy({}, { ownKeys: refuse, get: refuse })],
])('signs out at the first press if %s', async (_, storage) => {
  vi.stubGlobal('localStorage', storage())
  const form = new Form()
  press(form, buttonOf(form))

  await vi.waitFor(() => expect(form.sent).toBe(1))
  expect(note.hidden).toBe(true)
})
