import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError, type ErrorCode } from '@/domain/errors'
import { translator } from '@/i18n/translator'
import type { Context } from './context'
import { form, formPage } from './form'

vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => undefined }), headers: async () => new Headers() }))
vi.mock('@/server/assets', () => ({ assetPath: (name: string) => `/assets/${name}` }))

const t = translator('fr')
const props = (locale = 'fr') => ({ params: Promise.resolve({ locale }) })
const FIELDS = { name: 'Fatima' }
type Sent = { path?: string; body?: BodyInit | null; headers?: Record<string, string> }
const post = ({ path = '/fr/x?a=1', body = new URLSearchParams(FIELDS), headers = {} }: Sent = {}) =>
  new Request(`http://localhost:3000${path}`, { method: 'POST', body, headers: { host: 'localhost:3000', ...headers } })

const steps: string[] = []
beforeEach(() => {
  steps.length = 0
})

type Step = 'permit' | 'read' | 'act'
/** A page whose form records its steps. `fails` makes one of them throw. */
function pageThat(fails: Partial<Record<Step, unknown>> = {}, typed = true) {
  const step = (name: Step) => {
    steps.push(name)
    if (name in fails) throw fails[name]
  }
  return formPage({
    permit: (_: Context) => {
      step('permit')
      return 'granted'
    },
    page: async (_, granted, state) => {
      steps.push('page')
      const main = (
        <main>
          {granted} {state.problem} <input name="name" defaultValue={state.values.name} />
        </main>
      )
      return { title: 'Nom', main, index: false }
    },
    ...(typed && { typed: (sent: FormData) => ({ values: { name: String(sent.get('name')) } }) }),
    read: (sent) => {
      step('read')
      const name = String(sent.get('name'))
      if (name === '') return { refused: { summary: [], errors: {}, values: { name: 'typed' } } }
      return name
    },
    act: async (_, name) => {
      step('act')
      return `/fr/done?name=${name}`
    },
    done: (to) => to,
  })
}
const refusal = (code: ErrorCode) => new AppError(code, 'test')

describe('the form of a page', () => {
  it('is permitted, read and acted upon in this order and once, and then redirected to a GET', async () => {
    const answer = await pageThat().POST(post(), props())

    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/fr/done?name=Fatima'])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(steps).toEqual(['permit', 'read', 'act'])
  })

  it('is shown for a GET only if the permit is granted', async () => {
    const get = () => new Request('http://localhost:3000/fr/x')
    const shown = await pageThat().GET(get(), props())
    expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining('granted')])

    expect((await pageThat({ permit: refusal('forbidden') }).GET(get(), props())).status).toBe(403)
  })

  it('is shown again with what was typed if it is wrong, with the status 400 and a title that says so', async () => {
    const answer = await pageThat().POST(post({ body: new URLSearchParams({ name: '' }) }), props())
    const html = await answer.text()

    expect(answer.status).toBe(400)
    expect(html).toContain('value="typed"')
    expect(html).toContain(`<title>${t('fields.errorPrefix')} Nom`)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(steps).toEqual(['permit', 'read', 'page'])
  })

  it.each([
    ['too-many-requests', 429],
    ['link-expired', 410],
    ['unavailable', 503],
    ['conflict', 409],
  ] as const)('comes back with what was typed when the act is refused with %s', async (code, status) => {
    const answer = await pageThat({ act: refusal(code) }).POST(post(), props())
    const html = await answer.text()

    expect(answer.status).toBe(status)
    expect(html).toContain('value="Fatima"')
    expect(html).toContain(t(`errors.${code}`))
    expect(steps).toEqual(['permit', 'read', 'act', 'page'])
  })

  it.each(['forbidden', 'not-found'] as const)('is not shown again if the act is %s', async (code) => {
    const answer = await pageThat({ act: refusal(code) }).POST(post(), props())

    expect(await answer.text()).not.toContain('Fatima')
    expect(steps).toEqual(['permit', 'read', 'act'])
  })

  it('is not shown again with a conflict if nothing typed may be shown', async () => {
    const answer = await pageThat({ act: refusal('conflict') }, false).POST(post(), props())

    expect(answer.status).toBe(409)
    expect(await answer.text()).not.toContain('Fatima')
  })

  it('shows the page for failures, with the status 500, if the act throws an error', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    const answer = await pageThat({ act: new TypeError('Fatima is undefined') }).POST(post(), props())
    log.mockRestore()

    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain(t('errors.failedTitle'))
  })
})

describe('nothing of a form is read', () => {
  it.each([
    ['of a caller who may not send it', { permit: refusal('forbidden') }, {}, 403],
    ['of another site', {}, { headers: { origin: 'https://evil.example' } }, 403],
    ['that is none', {}, { body: '{}', headers: { 'content-type': 'application/json' } }, 415],
  ] as const)('%s', async (_, fails, sent, status) => {
    const request = post(sent)
    const answer = await pageThat(fails).POST(request, props())

    expect(answer.status).toBe(status)
    expect(request.bodyUsed).toBe(false)
    expect(steps).not.toContain('read')
  })

  it('of an address in no language', async () => {
    const request = post({ path: '/de/x' })
    expect((await pageThat().POST(request, props('de'))).status).toBe(404)
    expect(request.bodyUsed).toBe(false)
  })

  it.each([
    ['sign-in-required', '/fr/sign-in?next=%2Ffr%2Fx%3Fa%3D1'],
    ['second-factor-missing', '/fr/account/second-factor?next=%2Ffr%2Fx%3Fa%3D1'],
  ] as const)('of a caller who must first show who she is: %s', async (code, to) => {
    const request = post()
    const answer = await pageThat({ permit: refusal(code) }).POST(request, props())

    expect([answer.status, answer.headers.get('location')]).toEqual([303, to])
    expect(request.bodyUsed).toBe(false)
  })
})

describe('a form whose sender lacks nothing but a fresh code', () => {
  const stale = () => ({ permit: refusal('second-factor-required') })

  it('is kept on a page that asks for the code, and is not acted upon', async () => {
    const answer = await pageThat(stale()).POST(post({ body: new URLSearchParams({ name: '<b>Fatima' }) }), props())
    const html = await answer.text()

    expect(answer.status).toBe(401)
    expect(html).toContain('value="[[&quot;name&quot;,&quot;&lt;b&gt;Fatima&quot;]]"')
    expect(html).toContain('action="/fr/x?a=1"')
    expect(html).toContain(t('secondFactor.ask.kept'))
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(steps).toEqual(['permit'])
  })

  it('is kept too if only the act asks for the code', async () => {
    const answer = await pageThat({ act: refusal('second-factor-required') }).POST(post(), props())
    expect([answer.status, (await answer.text()).includes('Fatima')]).toEqual([401, true])
  })

  it('is kept without its password, and the page says so', async () => {
    const body = new URLSearchParams({ name: 'Fatima', password: 'secret' })
    const answer = await pageThat(stale()).POST(post({ body }), props())
    const html = await answer.text()

    expect(answer.status).toBe(401)
    expect(html).toContain(
      'value="[[&quot;name&quot;,&quot;Fatima&quot;],[&quot;password&quot;,&quot;&quot;],[&quot;withheld&quot;,&quot;password&quot;]]"',
    )
    expect(html).not.toContain('secret')
    expect(html).toContain(t('secondFactor.ask.keptButPassword'))
  })

  const elsewhere = form({
    permit: () => Promise.reject(refusal('second-factor-required')),
    act: async () => {},
    done: () => '/',
  })
  it.each([
    ['of another page', elsewhere, new URLSearchParams(FIELDS)],
    ['that is too large', pageThat(stale()).POST, new URLSearchParams({ name: 'x'.repeat(1024 * 1024 + 1) })],
  ] as const)('redirects to the page that asks for the code if it is a form %s', async (_, send, body) => {
    const answer = await send(post({ body }), props())
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/fr/second-factor?next=%2Ffr%2Fx%3Fa%3D1'])
  })
})

it('a form that is cut off is refused as unreadable', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const answer = await pageThat().POST(post({ body: '--x\r\nContent-Disp', headers }), props())

  expect(answer.status).toBe(400)
  expect(steps).toEqual(['permit'])
})

describe('a form that belongs to another page', () => {
  const send = (keeps?: 'answer') =>
    form({
      ...(keeps && { keeps }),
      back: (_: Context) => '/page',
      permit: () => {
        throw refusal('sign-in-required')
      },
      act: async () => {},
      done: () => '/fr/done',
    })

  it('redirects to the sign-in page, which leads back to that page', async () => {
    const answer = await send()(post(), props())
    expect(answer.headers.get('location')).toBe('/fr/sign-in?next=%2Ffr%2Fpage')
  })

  it('gives the status to a script that asks for a part of the page', async () => {
    const answer = await send()(post({ headers: { 'x-fragment': '1' } }), props())
    expect([answer.status, answer.headers.get('location')]).toEqual([401, null])
  })

  it('keeps the answer to a question of a person who was signed out', async () => {
    const answer = await send('answer')(post({ body: new URLSearchParams({ attempt: 'a1', a: 'b' }) }), props())
    const html = await answer.text()

    expect(answer.status).toBe(401)
    expect(html).toContain('value="a1"')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  it.each([
    ['no answer', new URLSearchParams(FIELDS)],
    ['more than an answer can weigh', new URLSearchParams({ a: 'b', x: 'x'.repeat(65_536) })],
  ])('keeps nothing of %s', async (_, body) => {
    const answer = await send('answer')(post({ body }), props())
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/fr/sign-in?next=%2Ffr%2Fpage'])
  })
})
