import { beforeEach, describe, expect, it, vi } from 'vitest'
import { practiceInPlace } from './practice-in-place'

const NOT_SENT = 'Sending failed.'

/** A form with an answer whose first number has a fault, as far as the script uses it. */
class Form {
  dataset = { practice: '' }
  action = '/practice'
  button = { disabled: false }
  fault = { said: 'Write a number.' }
  line: ReturnType<typeof lineOf> | null = null
  querySelector = (what: string) => {
    if (what.startsWith('button')) return this.button
    return what === '[data-not-sent]' ? this.line : this.fault
  }
  append = (line: ReturnType<typeof lineOf>) => {
    this.line = line
  }
}

function lineOf() {
  const line = {
    said: '',
    setAttribute: () => undefined,
    replaceChildren: (words: string) => {
      line.said = words
    },
  }
  return line
}

let submit: (event: object) => void
let change: typeof submit
let form: Form
const fetch = vi.fn()

/** `signedOut`: the words of the page for the end of the session, which a page for everybody does not have. */
function open(signedOut: string | null) {
  vi.stubGlobal('document', {
    addEventListener: (name: string, hear: typeof submit) => {
      if (name === 'submit') submit = hear
      else change = hear
    },
    querySelector: (what: string) =>
      what.startsWith('template') && signedOut ? { content: { cloneNode: () => signedOut } } : null,
    createElement: lineOf,
  })
  practiceInPlace(NOT_SENT)
}

function press(name: string | null = null) {
  const preventDefault = vi.fn()
  submit({ target: form, submitter: { getAttribute: () => name }, preventDefault })
  return preventDefault
}

beforeEach(() => {
  form = new Form()
  vi.stubGlobal('HTMLFormElement', Form)
  vi.stubGlobal(
    'FormData',
    class {
      [Symbol.iterator] = () => [['a', 'b']].values()
    },
  )
  vi.stubGlobal('fetch', fetch.mockReset())
  return () => vi.unstubAllGlobals()
})

it.each([
  ['a reader who was signed in: how to sign in', 'Sign in beside it.', 401, 'Sign in beside it.'],
  ['a reader who was signed in, for another reason: that it failed', 'Sign in beside it.', 403, NOT_SENT],
  ['anybody else: that it failed', null, 401, NOT_SENT],
])('says, if an answer is refused, to %s', async (_, signedOut, status, said) => {
  fetch.mockResolvedValue(new Response(null, { status }))
  open(signedOut)
  expect(press()).toHaveBeenCalledOnce()
  expect(form.button.disabled).toBe(true)

  await vi.waitFor(() => expect(form.line?.said).toBe(said))
  expect(form.button.disabled).toBe(false)
  const headers = { 'x-fragment': '1', ...(signedOut && { 'x-signed-in': '1' }) }
  expect(fetch).toHaveBeenCalledExactlyOnceWith('/practice', expect.objectContaining({ headers }))
})

it('says without a network that sending failed, and leaves the fault of a field as it is', async () => {
  fetch.mockRejectedValue(new TypeError('Failed to fetch'))
  open(null)
  press()

  await vi.waitFor(() => expect(form.line?.said).toBe(NOT_SENT))
  expect(form.fault.said).toBe('Write a number.')
})

it('leaves a move of a line to the form while the script for that is not loaded', () => {
  open(null)

  expect(press('move')).not.toHaveBeenCalled()
  expect(fetch).not.toHaveBeenCalled()
})

describe('an answer that is changed after it was checked', () => {
  /** A part of a question, marked as wrong. */
  function part() {
    const mark = { remove: vi.fn() }
    return { mark, classList: { remove: vi.fn() }, querySelector: () => mark }
  }
  /** A field in a part, or in a line of an order whose lines are `order`. */
  const changed = (own: ReturnType<typeof part> | null, order: ReturnType<typeof part>[] | null = null) => {
    const list = order && { querySelectorAll: () => order }
    change({ target: { closest: (what: string) => (what === '[data-judged-slot]' ? own : list) } })
  }

  it('is not marked any more in the part that changed', () => {
    open(null)
    const own = part()
    changed(own)

    expect(own.mark.remove).toHaveBeenCalledOnce()
    expect(own.classList.remove).toHaveBeenCalledWith('is-ok', 'is-bad')
  })

  it('is not marked in any line, if one of an order was moved', () => {
    open(null)
    const lines = [part(), part()]
    changed(lines[0] ?? null, lines)

    for (const line of lines) expect(line.mark.remove).toHaveBeenCalledOnce()
  })

  it('keeps the marks of the options of a choice', () => {
    open(null)

    expect(() => changed(null)).not.toThrow()
  })
})
