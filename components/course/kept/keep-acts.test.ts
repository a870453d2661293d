import { beforeEach, expect, it, vi } from 'vitest'
import { fakeStorage } from '@/tests/support/fake-storage'
import { keepActs } from './keep-acts'
import { keepSending } from './send-waiting'
import { allWaiting, forgetWaiting, keepWaiting, waitingOf } from './waiting-acts'

const PLACE = { courseId: 'detection', lessonId: 'signs', releaseId: '0198c0de-0000-7000-8000-000000000001' }

/** A form that completes the lesson, as far as the script uses it. */
class Form {
  dataset = { done: '' }
  line: { state: string } | null = null
  matches = () => true
  closest = () => null
  querySelector = () => this.line && lineOf(this, this.line)
  append = (line: ReturnType<typeof lineOf>) => {
    this.line = line.of
  }
}

function lineOf(form: Form, of: { state: string }) {
  return {
    of,
    setAttribute: (name: string, value: string) => name === 'data-kept-state' && Object.assign(of, { state: value }),
    replaceChildren: () => undefined,
    querySelector: () => null,
    remove: () => {
      form.line = null
    },
  }
}

let form: Form
/** What listens to the other tabs. */
let channels: ((event: { data: string }) => void)[]
let heard: Map<string, (event: object) => void>
let owner: string
/** What the site does with an act. */
let receive: () => Response

beforeEach(() => {
  form = new Form()
  heard = new Map()
  channels = []
  owner = crypto.randomUUID()
  receive = () => Response.json({ outcome: 'saved' })
  vi.stubGlobal('localStorage', fakeStorage())
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('HTMLFormElement', Form)
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      postMessage = () => undefined
      close = () => undefined
      addEventListener = (_: string, hear: (typeof channels)[number]) => channels.push(hear)
    },
  )
  const addEventListener = (type: string, hear: (event: object) => void) => heard.set(type, hear)
  vi.stubGlobal('addEventListener', addEventListener)
  vi.stubGlobal('document', { addEventListener, createElement: () => lineOf(form, { state: '' }) })
  vi.stubGlobal('fetch', async (address: string) => {
    return address === '/api/account/owner' ? Response.json({ owner }) : receive()
  })
  return () => vi.unstubAllGlobals()
})

const main = { querySelector: (what: string) => (what === 'form[data-done]' ? form : null) }
const begin = () => keepActs(main as never, PLACE)
const press = (name: string | null = null) => {
  const preventDefault = vi.fn()
  heard.get('submit')?.({ target: form, submitter: { getAttribute: () => name }, preventDefault })
  return preventDefault
}

it('says “sent” of what the site has accepted, however often it is asked afterwards', async () => {
  await begin()
  press()
  await vi.waitFor(() => expect(form.line?.state).toBe('saved'))
  heard.get('online')?.({})
  // This begins after what the event began, and so ends after it.
  await keepSending()
  expect(form.line?.state).toBe('saved')
})

it('says “sent” of what another tab has sent, even if that tab says so only later', async () => {
  receive = () => new Response(null, { status: 401 })
  await begin()
  press()
  await vi.waitFor(() => expect(form.line?.state).toBe('signed-out'))
  const [act] = waitingOf(owner)
  forgetWaiting()
  heard.get('online')?.({})
  await vi.waitFor(() => expect(form.line).toBeNull())

  for (const hear of channels) hear({ data: `${owner} ${PLACE.courseId} ${PLACE.lessonId}  ${act?.at}` })
  expect(form.line?.state).toBe('saved')
})

it('says nothing of what was deleted in another tab before it was sent', async () => {
  receive = () => new Response(null, { status: 401 })
  await begin()
  press()
  await vi.waitFor(() => expect(form.line?.state).toBe('signed-out'))
  forgetWaiting()
  heard.get('online')?.({})

  await vi.waitFor(() => expect(form.line).toBeNull())
})

it('neither stores nor sends an answer when a line of an order is moved before the script for that has loaded', async () => {
  await begin()

  expect(press('move')).toHaveBeenCalledOnce()
  expect([form.line, allWaiting()]).toEqual([null, []])
})

it('is ready without an answer of the site while nothing of the lesson waits, and otherwise asks who is signed in', async () => {
  const asked: string[] = []
  let answer: (response: Response) => void = () => expect.unreachable()
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    return new Promise<Response>((resolve) => {
      answer = resolve
    })
  })
  keepWaiting(owner, { ...PLACE, lessonId: 'another', at: 1 })
  await begin()
  expect(asked).toEqual([])

  keepWaiting(owner, { ...PLACE, at: 1 })
  const restored = begin()
  expect(asked).toEqual(['/api/account/owner'])
  answer(Response.json({ owner: 'another person' }))
  await restored
  expect(form.line).toBeNull()
})
