import { beforeEach, expect, it, vi } from 'vitest'
import { fakeStorage } from '@/tests/support/fake-storage'
import { keepActs } from './keep-acts'
import { keepSending } from './send-waiting'
import { forgetWaiting } from './waiting-acts'

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
let heard: Map<string, (event: object) => void>
let owner: string
/** What the site does with an act. */
let receive: () => Response

beforeEach(() => {
  form = new Form()
  heard = new Map()
  owner = crypto.randomUUID()
  receive = () => Response.json({ outcome: 'saved' })
  vi.stubGlobal('localStorage', fakeStorage())
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('HTMLFormElement', Form)
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
const press = () => heard.get('submit')?.({ target: form, submitter: null, preventDefault: () => undefined })

it('says “sent” of what the site has accepted, however often it is asked afterwards', async () => {
  await begin()
  press()
  await vi.waitFor(() => expect(form.line?.state).toBe('saved'))
  heard.get('online')?.({})
  // This begins after what the event began, and so ends after it.
  await keepSending()
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
