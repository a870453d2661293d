import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { KeptTicks, StoredGrid } from '@/domain/practice/kept-ticks'
import { keepGrid } from './keep-grid'

type Fields = KeptTicks['fields']
type Put = Pick<KeptTicks, 'number' | 'version' | 'writer' | 'step' | 'fields'> & { owner: string }
/** `down`: no request arrives. `lost`: requests arrive, their answers do not. A number: the site refuses with it. */
type Fault = 'down' | 'lost' | number | null

/** A site with the attempt of one person, that stores a save only if it names the version that is stored. */
class Site {
  signedIn = 'her'
  fault: Fault = null
  /** Holds back the requests that are sent while it is set. */
  gate: Promise<void> | null = null
  stored: StoredGrid = { number: 0, version: 0, writer: null, step: 0, closed: true }
  ticked: Fields = {}
  puts = 0

  fetch = async (_: string, { body }: { body: string }) => {
    this.puts += 1
    await this.gate
    if (this.fault === 'down') throw new TypeError('Failed to fetch')
    if (typeof this.fault === 'number') return Response.json({}, { status: this.fault })
    const sent: Put = JSON.parse(body)
    if (sent.owner !== this.signedIn) return Response.json({}, { status: 409 })
    const answer = this.save(sent) ? { outcome: 'saved' } : { outcome: 'changed', stored: this.stored }
    if (this.fault === 'lost') throw new TypeError('Failed to fetch')
    return Response.json(answer)
  }

  get place() {
    const { closed, number, version } = this.stored
    return closed ? { number: number + 1, version: 0 } : { number, version }
  }

  save({ number, version, writer, step, fields }: Omit<Put, 'owner'>): boolean {
    if (number !== this.place.number || version !== this.place.version) return false
    this.stored = { number, version: version + 1, writer, step, closed: false }
    this.ticked = fields
    return true
  }

  /** Another window saves on what is stored. */
  saveElsewhere(fields: Fields) {
    this.save({ ...this.place, writer: 'elsewhere', step: 1, fields })
  }
}

type Input = { name: string; value: string; checked: boolean }
const BUTTON = { value: 'hand-in' }

class SubmitEvent extends Event {
  submitter = BUTTON
}

/** As much of an element as the script uses. */
class Box extends EventTarget {
  hidden = true
  focus = vi.fn()
  scrollIntoView = vi.fn()
}

const STATES = ['idle', 'saving', 'saved', 'queued', 'stays', 'notStored', 'refused', 'changed', 'signIn']

/** The form of a page, as the site would show it now. */
class Form extends EventTarget {
  dataset: Record<string, string>
  line = Object.assign(new Box(), {
    words: STATES.map((when) => ({ dataset: { when }, hidden: true })),
    querySelectorAll: () => this.line.words,
  })
  buttons = { take: new Box(), drop: new Box() }
  left = Object.assign(new Box(), {
    querySelector: (selector: string) => this.buttons[selector.includes('take') ? 'take' : 'drop'],
  })
  inputs: Input[]
  hidden: Record<string, { value: string }>
  elements = { namedItem: (name: string) => this.hidden[name] }
  /** What the browser sent by itself. */
  sent: object[] = []

  constructor({ signedIn, stored, ticked, place }: Site, writer: string) {
    super()
    this.dataset = { grid: 'file', owner: signedIn, writer, stored: JSON.stringify(stored) }
    const fields = stored.closed ? {} : ticked
    this.inputs = ['a', 'b', 'c'].map((value) => ({
      name: 'act.s',
      value,
      checked: fields['act.s']?.includes(value) ?? false,
    }))
    const values = { number: `${place.number}`, version: `${place.version}`, release: 'r', writer: '', step: '' }
    this.hidden = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]))
  }

  querySelectorAll = (selector: string) =>
    selector.includes(':checked') ? this.inputs.filter(({ checked }) => checked) : this.inputs
  querySelector = (selector: string) => {
    if (selector === '[data-grid-state]') return this.line
    return selector === '[data-grid-left]' ? this.left : null
  }
  requestSubmit = () => {
    const event = new SubmitEvent('submit', { cancelable: true })
    if (!this.dispatchEvent(event)) return
    const { version, writer, step } = this.hidden
    this.sent.push({ version: version?.value, writer: writer?.value, step: step?.value, ticked: ticked(this) })
  }
}

const ticked = ({ inputs }: Form) => inputs.flatMap(({ value, checked }) => (checked ? value : [])).join('')
const says = ({ line }: Form) => line.words.filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.when)
const onDevice = () => Object.keys(localStorage).toSorted()

/** A fake storage of the browser. `full` refuses writes. */
function storage(isFull = false): object {
  const held: Record<string, unknown> = {}
  const methods = {
    getItem: (name: string) => held[name] ?? null,
    setItem: (name: string, value: string) => {
      if (isFull) throw new DOMException('no', 'QuotaExceededError')
      held[name] = value
    },
    removeItem: (name: string) => void delete held[name],
  }
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(held, name, { value, enumerable: false })
  return held
}

let site: Site
let pages = 0

beforeEach(() => {
  vi.useFakeTimers()
  site = new Site()
  pages = 0
  vi.stubGlobal('localStorage', storage())
  vi.stubGlobal('fetch', site.fetch)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Opens the page in the only window; what was open before is left. */
async function open(from: Site = site): Promise<Form> {
  vi.clearAllTimers()
  const form = render(from)
  run(form)
  await pass(0)
  return form
}

/** The page as the site sends it, before its script runs. */
function render(from: Site = site): Form {
  pages += 1
  return new Form(from, `page-${pages}`)
}

function run(form: Form) {
  const clock = {
    setTimeout: (work: () => void, ms: number) => setTimeout(work, ms),
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
    setInterval: (work: () => void, ms: number) => setInterval(work, ms),
  }
  vi.stubGlobal('window', Object.assign(new EventTarget(), clock))
  keepGrid(form as unknown as HTMLFormElement)
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

async function tick(form: Form, value: string, ms = 1000) {
  for (const input of form.inputs) if (input.value === value) input.checked = true
  form.dispatchEvent(new Event('change'))
  await pass(ms)
}

async function press({ requestSubmit }: Form) {
  requestSubmit()
  await pass(0)
}

function gate() {
  let lift = () => {}
  site.gate = new Promise((resolve) => {
    lift = resolve
  })
  return async () => {
    lift()
    site.gate = null
    await pass(0)
  }
}

describe('a tick', () => {
  it('is saved as it is made, and leaves nothing on the device', async () => {
    const form = await open()
    await tick(form, 'a')
    await tick(form, 'b')

    expect(site.ticked).toEqual({ 'act.s': ['a', 'b'] })
    expect([says(form), onDevice(), site.puts]).toEqual([['saved'], [], 2])
  })

  it('that was made just before the page is left is still sent', async () => {
    const form = await open()
    await tick(form, 'a', 0)
    window.dispatchEvent(new Event('pagehide'))
    await pass(0)

    expect(site.ticked).toEqual({ 'act.s': ['a'] })
  })

  it('waits for the network, and is sent once it is back', async () => {
    const form = await open()
    site.fault = 'down'
    await tick(form, 'a')
    expect(says(form)).toEqual(['queued'])
    site.fault = null
    await pass(10_000)

    expect([site.ticked, says(form), onDevice()]).toEqual([{ 'act.s': ['a'] }, ['saved'], []])
  })

  it('is not said to have come from another window if only the answer of the site was lost', async () => {
    const form = await open()
    await tick(form, 'a')
    site.fault = 'lost'
    await tick(form, 'b')
    expect([site.ticked, says(form)]).toEqual([{ 'act.s': ['a', 'b'] }, ['queued']])
    site.fault = null
    await tick(form, 'c')

    expect([site.ticked, says(form), onDevice()]).toEqual([{ 'act.s': ['a', 'b', 'c'] }, ['saved'], []])
    expect(site.stored).toMatchObject({ version: 3, step: 3 })
  })

  it('counts as saved if it arrived although the answer was lost', async () => {
    const form = await open()
    site.fault = 'lost'
    await tick(form, 'a')
    site.fault = null
    await pass(10_000)

    expect([says(form), onDevice(), site.stored.version]).toEqual([['saved'], [], 1])
  })
})

describe('without a network, a page that is to be handed in', () => {
  it('is not sent, keeps its ticks and the later ones, and is sent with all of them once the network is back', async () => {
    const form = await open()
    await tick(form, 'a')
    site.fault = 'down'
    await tick(form, 'b', 0)
    await press(form)
    expect([form.sent, says(form)]).toEqual([[], ['stays']])
    expect(form.line.scrollIntoView).toHaveBeenCalled()
    await tick(form, 'c')
    await pass(60_000)
    expect(says(form)).toEqual(['stays'])

    site.fault = null
    await press(form)
    expect(site.ticked).toEqual({ 'act.s': ['a', 'b', 'c'] })
    expect(form.sent).toEqual([{ version: '2', writer: 'page-1', step: '3', ticked: 'abc' }])
  })

  it('leaves its ticks to the next page', async () => {
    const form = await open()
    site.fault = 'down'
    await tick(form, 'a')
    await press(form)
    site.fault = null
    const next = await open()

    expect([ticked(next), says(next), onDevice()]).toEqual(['a', ['saved'], []])
    expect(site.ticked).toEqual({ 'act.s': ['a'] })
  })
})

describe('a page that is handed in while a tick is on its way', () => {
  it('is sent once, after all ticks have arrived, with the version that they made', async () => {
    const form = await open()
    const lift = gate()
    await tick(form, 'a')
    await tick(form, 'b', 0)
    await press(form)
    await press(form)
    expect([form.sent, says(form)]).toEqual([[], ['saving']])
    await lift()

    expect(form.sent).toEqual([{ version: '2', writer: 'page-1', step: '2', ticked: 'ab' }])
    expect([site.ticked, site.puts]).toEqual([{ 'act.s': ['a', 'b'] }, 2])
  })

  it('waits for the ticks that are sent again after she has signed in again', async () => {
    const form = await open()
    site.fault = 401
    await tick(form, 'a')
    site.fault = null
    const lift = gate()
    await pass(10_000)
    await press(form)
    expect(form.sent).toEqual([])
    await lift()

    expect(form.sent).toMatchObject([{ version: '1', ticked: 'a' }])
  })

  it('is sent as it is if nothing waits', async () => {
    const form = await open()
    await press(form)

    expect([form.sent.length, site.puts]).toEqual([1, 0])
  })
})

describe('a page that is left while a tick is on its way', () => {
  it('leaves later ticks to the next page, if the first had arrived before that was shown', async () => {
    const form = await open()
    const lift = gate()
    await tick(form, 'a')
    await tick(form, 'b', 0)
    vi.clearAllTimers()
    const later = JSON.stringify(localStorage)
    site.fault = 'lost'
    await lift()
    // The page is gone: nothing of what its script did after the answer has happened.
    vi.stubGlobal('localStorage', Object.assign(storage(), JSON.parse(later)))
    site.fault = null
    const next = await open()

    expect([ticked(next), site.ticked]).toEqual(['ab', { 'act.s': ['a', 'b'] }])
    expect([says(next), onDevice(), next.left.hidden]).toEqual([['saved'], [], true])
  })

  it('leaves them to the next page, if the first arrives only after that was shown', async () => {
    const form = await open()
    site.fault = 'down'
    await tick(form, 'a')
    await tick(form, 'b', 0)
    site.fault = null
    const next = render()
    site.save({ number: 1, version: 0, writer: 'page-1', step: 1, fields: { 'act.s': ['a'] } })
    vi.clearAllTimers()
    run(next)
    await pass(0)

    expect([ticked(next), site.ticked]).toEqual(['ab', { 'act.s': ['a', 'b'] }])
    expect([says(next), onDevice()]).toEqual([['saved'], []])
  })

  it('leaves nothing if all of them arrived, also with the hand-in', async () => {
    const form = await open()
    site.fault = 'lost'
    await tick(form, 'a')
    site.fault = null
    site.stored = { ...site.stored, closed: true }
    const next = await open()

    expect([ticked(next), onDevice(), next.left.hidden, site.puts]).toEqual(['', [], true, 1])
  })
})

describe('a refusal', () => {
  it.each([
    [400, 'refused'],
    [404, 'refused'],
    [413, 'refused'],
    [401, 'signIn'],
    [403, 'signIn'],
    [409, 'signIn'],
    [429, 'queued'],
    [503, 'queued'],
  ])('with %i is told as “%s”, and leaves the ticks on the device', async (status, state) => {
    const form = await open()
    site.fault = status
    await tick(form, 'a')
    expect([says(form), onDevice()]).toEqual([[state], ['grid:her:file:page-1']])
    site.fault = null
    const next = await open()

    expect([ticked(next), site.ticked]).toEqual(['a', { 'act.s': ['a'] }])
  })

  it.each([400, 401])('with %i lets the form be sent, whose answer says what to do', async (status) => {
    const form = await open()
    site.fault = status
    await tick(form, 'a')
    await press(form)

    expect([form.sent.length, onDevice()]).toEqual([1, ['grid:her:file:page-1']])
  })

  it('with 400 is not asked for again until the ticks change', async () => {
    const form = await open()
    site.fault = 400
    await tick(form, 'a')
    await pass(60_000)
    expect(site.puts).toBe(1)
    site.fault = null
    await tick(form, 'b')

    expect([says(form), site.ticked]).toEqual([['saved'], { 'act.s': ['a', 'b'] }])
  })

  it('of ticks that have changed meanwhile is not the last word', async () => {
    const form = await open()
    const lift = gate()
    site.fault = 400
    await tick(form, 'a')
    await tick(form, 'b')
    vi.stubGlobal('fetch', (...call: Parameters<Site['fetch']>) => {
      site.fault = null
      return site.fetch(...call)
    })
    await lift()

    expect([says(form), site.ticked, onDevice()]).toEqual([['saved'], { 'act.s': ['a', 'b'] }, []])
  })
})

describe('ticks that another window has overtaken', () => {
  async function overtaken() {
    const form = await open()
    await tick(form, 'a')
    site.saveElsewhere({ 'act.s': ['b'] })
    await tick(form, 'c')
    return form
  }

  it('overwrite nothing, are said to be overtaken, and stay on the device', async () => {
    const form = await overtaken()
    await pass(60_000)
    expect([says(form), site.ticked, site.puts]).toEqual([['changed'], { 'act.s': ['b'] }, 2])
    const next = await open()

    expect([ticked(next), next.left.hidden, onDevice()]).toEqual(['b', false, ['grid:her:file:page-1']])
    expect(site.ticked).toEqual({ 'act.s': ['b'] })
  })

  it('are used if she says so', async () => {
    await overtaken()
    const next = await open()
    next.buttons.take.dispatchEvent(new Event('click'))
    await pass(0)

    expect([ticked(next), next.left.hidden, onDevice()]).toEqual(['ac', true, []])
    expect(site.ticked).toEqual({ 'act.s': ['a', 'c'] })
  })

  it('are deleted if she says so, and are offered until then, whatever she ticks', async () => {
    await overtaken()
    await tick(await open(), 'c')
    const next = await open()
    expect([ticked(next), next.left.hidden]).toEqual(['bc', false])
    next.buttons.drop.dispatchEvent(new Event('click'))

    expect([ticked(next), next.left.hidden, onDevice()]).toEqual(['bc', true, []])
    expect((await open()).left.hidden).toBe(true)
  })

  it('are offered if they wait for an attempt that was handed in elsewhere', async () => {
    const form = await open()
    await tick(form, 'a')
    site.fault = 'down'
    await tick(form, 'b')
    site.fault = null
    site.stored = { ...site.stored, closed: true }
    const next = await open()

    expect([ticked(next), next.left.hidden, site.ticked]).toEqual(['', false, { 'act.s': ['a'] }])
  })
})

describe('on a computer that several people use', () => {
  it('the ticks of one are neither shown nor sent nor deleted when another opens the same file', async () => {
    const form = await open()
    site.fault = 'down'
    await tick(form, 'a')
    site.fault = null
    const other = new Site()
    other.signedIn = 'him'
    vi.stubGlobal('fetch', other.fetch)
    const his = await open(other)
    expect([ticked(his), his.left.hidden]).toEqual(['', true])
    await tick(his, 'b')
    expect([other.ticked, onDevice()]).toEqual([{ 'act.s': ['b'] }, ['grid:her:file:page-1']])

    vi.stubGlobal('fetch', site.fetch)
    expect(ticked(await open())).toBe('a')
    expect([site.ticked, onDevice()]).toEqual([{ 'act.s': ['a'] }, []])
  })

  it('ticks that an earlier version kept without a name are left alone', async () => {
    localStorage.setItem('grid:file', JSON.stringify({ number: 1, version: 0, fields: { 'act.s': ['a'] } }))

    expect(ticked(await open())).toBe('')
    expect(onDevice()).toEqual(['grid:file'])
  })

  it('ticks of a page that stayed open are not sent once another person has signed in', async () => {
    const form = await open()
    site.signedIn = 'him'
    await tick(form, 'a')

    expect([says(form), site.ticked, onDevice()]).toEqual([['signIn'], {}, ['grid:her:file:page-1']])
  })
})

it('says that the browser cannot keep a tick, and warns before the page is left, until it is saved', async () => {
  vi.stubGlobal('localStorage', storage(true))
  const form = await open()
  const leave = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  site.fault = 'down'
  await tick(form, 'a')
  expect([says(form), leave()]).toEqual([['notStored'], true])
  site.fault = null
  await pass(10_000)

  expect([says(form), leave()]).toEqual([['saved'], false])
})
