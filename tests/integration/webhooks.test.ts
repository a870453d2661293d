import { createHmac, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as getPage, POST as postPage } from '@/app/[locale]/(teach)/institutions/[institution]/webhooks/route'
import { LOCALES } from '@/domain/locale'
import { TRIED_HOURS, type WebhookEvent } from '@/domain/webhook/webhook'
import { translator } from '@/i18n/translator'
import { executeRetention } from '@/server/account-removal/retention'
import { permitFor } from '@/server/auth/permit'
import { supersedeCertificate } from '@/server/certificate/supersede'
import { db, sql } from '@/server/db/client'
import { insertDeliveries } from '@/server/db/webhook/webhooks'
import { logsBug } from '@/server/log'
import { closeList } from '@/server/seminar/attendance/close-list'
import { correct } from '@/server/seminar/attendance/correct'
import { tickPeople } from '@/server/seminar/attendance/list'
import { sendDueWebhooks } from '@/server/webhook/send-due-webhooks'
import { disableWebhook, sendDeliveryAgain, testWebhook } from '@/server/webhook/webhooks'
import {
  AFTER_SEMINAR,
  IN_AFTERNOON,
  makeSeminarDay,
  mayRun,
  registered,
  registeredGuest,
} from '@/tests/support/attendance'
import { teach } from '@/tests/support/cohorts'
import { handInNow, learnerInExam } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'
import { insertStaff, makeInstitution } from '@/tests/support/staff'
import { mayIntegrate, schoolSystem, testNet, webhookAt } from '@/tests/support/webhooks'

const NOW = new Date('2026-11-25T10:00:00Z')
const LONG_AGO = new Date('2026-11-01T10:00:00Z')
const ALL: WebhookEvent[] = ['certificate.issued', 'member.completed', 'attendance.recorded']
const later = (minutes: number, from = NOW) => new Date(from.getTime() + minutes * 60_000)
const t = translator('fr')

async function school() {
  const institutionId = await makeInstitution('school', 'École <b>de Fès</b>')
  return { institutionId, administrator: await insertStaff('administrator', institutionId) }
}
type School = Awaited<ReturnType<typeof school>>

const systems: { close: () => Promise<void> }[] = []
async function system(...answer: Parameters<typeof schoolSystem>) {
  const made = await schoolSystem(...answer)
  systems.push(made)
  return made
}

/** A webhook to a system on this machine, whose host the settings name; it uses http, as in a school's own network. */
async function hooked(at: School, port: number, events = ALL) {
  const made = await webhookAt(at, 'https://si.example.ma/', events, NOW)
  await db().webhook.update({ where: { id: made.id }, data: { url: urlOf(port) } })
  return { ...made, net: testNet([`si.example.ma:${port}`]) }
}
const urlOf = (port: number) => `http://si.example.ma:${port}/hook?x=1`

/** A message that waits for a webhook. */
async function waiting(webhookId: string, now = NOW): Promise<string> {
  const fact = randomUUID()
  const message = { type: 'test', timestamp: now.toISOString(), data: { fact } }
  await insertDeliveries(sql(), [{ webhookId, event: 'test', fact, message, accountId: null }], now)
  return (await db().webhookDelivery.findFirstOrThrow({ where: { webhookId, fact } })).id
}
const delivery = (id: string) => db().webhookDelivery.findUniqueOrThrow({ where: { id } })
const told = async (webhookId: string) => {
  const rows = await db().webhookDelivery.findMany({
    where: { webhookId },
    orderBy: [{ event: 'asc' }, { fact: 'asc' }],
  })
  return rows.map(({ event, accountId, message }) => ({ event, accountId, message: message as Message }))
}
type Message = { type: string; timestamp: string; data: Record<string, unknown> }

beforeEach(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await db().webhook.deleteMany()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(systems.splice(0).map(({ close }) => close()))
})

describe('the events of a webhook', () => {
  const names = { nameArabic: 'سعاد الفاسي', nameLatin: 'Souad El Fassi' }

  it('tell the completion and certificate of a person to the school that taught her, and to no other', async () => {
    const [hers, other] = [await school(), await school()]
    const [hook, elsewhere] = [
      await webhookAt(hers, 'https://si.example.ma/', ALL, NOW),
      await webhookAt(other, 'https://si.example.org/', ALL, NOW),
    ]
    const learner = await learnerInExam({ ...names, taught: (who) => teach(hers.institutionId, who, LONG_AGO) })
    await handInNow(learner)
    // If she hands in twice, the event is sent once.
    await handInNow(learner)

    const { accountId, courseId, cohortId, email } = learner
    const { number } = await db().certificate.findFirstOrThrow({ where: { accountId } })
    const { id: memberId } = await db().cohortMember.findFirstOrThrow({ where: { accountId } })
    const person = { ...names, email, function: 'judge' }
    const [issued, completed, ...others] = await told(hook.id)
    expect(others).toEqual([])
    expect(issued).toMatchObject({ event: 'certificate.issued', accountId })
    expect(issued?.message.data).toEqual({
      certificate: {
        number,
        courseId,
        seminarId: null,
        issuedAt: expect.stringMatching(/^2\d{3}-.*Z$/),
        replaces: null,
      },
      cohortId,
      memberId,
      person,
    })
    expect(completed).toMatchObject({ event: 'member.completed', accountId })
    expect(completed?.message.data).toEqual({ cohortId, memberId, courseId, completedAt: expect.any(String), person })
    expect(await told(elsewhere.id)).toEqual([])
  })

  it('tell nothing about a person who takes the course alone, or was not in the cohort yet', async () => {
    const at = await school()
    const hook = await webhookAt(at, 'https://si.example.ma/', ALL, NOW)
    await handInNow(await learnerInExam())
    const tomorrow = new Date(Date.now() + 86_400_000)
    await handInNow(await learnerInExam({ taught: (who) => teach(at.institutionId, who, tomorrow) }))

    expect(await told(hook.id)).toEqual([])
  })

  it('tell no completion that the cohort cannot see, of an exam begun before a transfer', async () => {
    const at = await school()
    const hook = await webhookAt(at, 'https://si.example.ma/', ALL, NOW)
    const learner = await learnerInExam({ taught: (who) => teach(at.institutionId, who, LONG_AGO) })
    const shownFrom = { [learner.courseId]: new Date(Date.now() + 3_600_000).toISOString() }
    await db().cohortMember.updateMany({ where: { accountId: learner.accountId }, data: { shownFrom } })
    await handInNow(learner)

    expect((await told(hook.id)).map(({ event }) => event)).toEqual(['certificate.issued'])
  })

  it('are the chosen ones, and none once the webhook is disabled or the institution archived', async () => {
    const at = await school()
    const pass = async () => handInNow(await learnerInExam({ taught: (who) => teach(at.institutionId, who, LONG_AGO) }))
    const [one, disabled] = [
      await webhookAt(at, 'https://si.example.ma/', ['member.completed'], NOW),
      await webhookAt(at, 'https://si.example.ma/', ALL, NOW),
    ]
    await disableWebhook(await mayIntegrate(at.administrator, at.institutionId), disabled.id, NOW)
    await pass()
    expect((await told(one.id)).map(({ event }) => event)).toEqual(['member.completed'])
    expect(await told(disabled.id)).toEqual([])

    await db().institution.update({ where: { id: at.institutionId }, data: { archivedAt: NOW } })
    await pass()
    expect(await told(one.id)).toHaveLength(1)
  })

  it('tell a certificate that replaces another one, with the number of that one', async () => {
    const at = await school()
    const learner = await learnerInExam({ taught: (who) => teach(at.institutionId, who, LONG_AGO) })
    await handInNow(learner)
    const old = await db().certificate.findFirstOrThrow({ where: { accountId: learner.accountId } })
    const hook = await webhookAt(at, 'https://si.example.ma/', ALL, NOW)
    const permit = permitFor({ kind: 'operator' }, 'certificate:supersede', { number: old.number })
    const number = await supersedeCertificate(permit, { reason: 'test', names: { nameLatin: 'Souad Fassi' } }, NOW)

    const rows = await told(hook.id)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.message.data).toMatchObject({
      certificate: { number, replaces: old.number },
      person: { nameLatin: 'Souad Fassi' },
    })
  })

  it('tell who was present in a seminar once its list is closed, and each correction', async () => {
    const day = await makeSeminarDay()
    const hook = await webhookAt(day, 'https://si.example.ma/', ALL, NOW)
    const [person, guest, absent] = [await registered(day), await registeredGuest(day), await registered(day)]
    const run = await mayRun(day, 'seminar:run')
    const ticks = [person, guest].map(({ placeId }) => ({ placeId, halfDayId: day.morning, secondsAgo: null }))
    await tickPeople(run.permit, run.seminar, { ticks, way: 'sheet' }, IN_AFTERNOON)
    expect(await told(hook.id)).toEqual([])
    const issue = await mayRun(day, 'seminar:issue')
    expect(await closeList(issue.permit, issue.seminar, { count: 2 }, AFTER_SEMINAR)).toBe('closed')

    const rows = await told(hook.id)
    const of = (event: string, registrationId: string) =>
      rows.find((row) => row.event === event && row.message.data.registrationId === registrationId)
    expect(rows).toHaveLength(4)
    expect(of('attendance.recorded', person.placeId)?.message.data).toMatchObject({
      seminarId: day.id,
      corrected: false,
      minutes: 180,
      halfDays: [{ id: day.morning, day: '2026-12-03', half: 'morning' }],
      person: { nameLatin: 'Fatima Alaoui' },
    })
    // The event about a guest has only the id of her place.
    expect(of('attendance.recorded', guest.placeId)?.message.data.person).toBeNull()
    expect(of('certificate.issued', guest.placeId)?.message.data.person).toBeNull()

    await correct(
      issue.permit,
      issue.seminar,
      { placeId: absent.placeId, halfDayIds: [day.afternoon], reason: 'on the sheet' },
      IN_AFTERNOON,
    )
    const corrected = (await told(hook.id)).filter(({ message }) => message.data.registrationId === absent.placeId)
    expect(corrected.map(({ event, message }) => [event, message.data.corrected])).toEqual([
      ['attendance.recorded', true],
      ['certificate.issued', undefined],
    ])
  })
})

describe('a delivery', () => {
  it('arrives once, signed with the secret that was shown, and with the time', async () => {
    const { received, port } = await system()
    const { id, secret, net } = await hooked(await school(), port)
    const sent = await waiting(id)
    expect(await logsBug(() => Promise.all([sendDueWebhooks(() => NOW, net), sendDueWebhooks(() => NOW, net)]))).toBe(
      false,
    )
    await sendDueWebhooks(() => later(10_000), net)

    expect(received).toHaveLength(1)
    const [{ headers, body, path } = { headers: {}, body: '', path: '' }] = received
    const seconds = String(NOW.getTime() / 1000)
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    const signature = createHmac('sha256', key).update(`${sent}.${seconds}.${body}`).digest('base64')
    expect(path).toBe('/hook?x=1')
    expect(headers).toMatchObject({
      host: `si.example.ma:${port}`,
      'content-type': 'application/json',
      'webhook-id': sent,
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,${signature}`,
    })
    expect(JSON.parse(body)).toMatchObject({ type: 'test', timestamp: NOW.toISOString() })
    expect(await delivery(sent)).toMatchObject({ deliveredAt: NOW, status: 204, why: null, attempts: 1 })
  })

  it('is tried again after an error of the system, under the same id', async () => {
    let status = 500
    const { received, port } = await system(() => ({ status }))
    const { id, net } = await hooked(await school(), port)
    const sent = await waiting(id)
    await sendDueWebhooks(() => NOW, net)
    expect(await delivery(sent)).toMatchObject({ why: 'status', status: 500, nextAttemptAt: later(1) })
    await sendDueWebhooks(() => NOW, net)
    expect(received).toHaveLength(1)

    status = 200
    await sendDueWebhooks(() => later(1), net)
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([sent, sent])
    expect(await delivery(sent)).toMatchObject({ deliveredAt: later(1), status: 200, why: null, attempts: 2 })
  })

  it('is given up after three days', async () => {
    const { received, port } = await system(() => ({ status: 503 }))
    const { id, net } = await hooked(await school(), port)
    const sent = await waiting(id)
    for (let now = NOW; ; ) {
      await sendDueWebhooks(() => now, net)
      const { failedAt, nextAttemptAt } = await delivery(sent)
      if (failedAt) break
      expect(nextAttemptAt.getTime()).toBeGreaterThan(now.getTime())
      now = nextAttemptAt
    }

    expect(await delivery(sent)).toMatchObject({ failedAt: later(TRIED_HOURS * 60), attempts: 12, deliveredAt: null })
    await sendDueWebhooks(() => later(TRIED_HOURS * 120), net)
    expect(received).toHaveLength(12)
  })

  it('that hangs is broken off, and delays no other webhook', async () => {
    const hanging = await system(() => 'never')
    const well = await system()
    const [stuck, fine] = [await hooked(await school(), hanging.port), await hooked(await school(), well.port)]
    const [first, second] = [await waiting(stuck.id), await waiting(stuck.id)]
    const sent = await waiting(fine.id)
    const controller = new AbortController()
    const net = testNet([`si.example.ma:${hanging.port}`, `si.example.ma:${well.port}`], {
      deadline: () => controller.signal,
    })
    const arrived = new Promise<void>((then) => hanging.onHang(then))
    const run = logsBug(() => sendDueWebhooks(() => NOW, net))
    await arrived
    // The message to the other system is delivered while the first one still hangs.
    await vi.waitFor(async () => expect((await delivery(sent)).deliveredAt).toEqual(NOW))
    controller.abort()
    expect(await run).toBe(false)

    const rows = [await delivery(first), await delivery(second)]
    expect(rows.map(({ attempts }) => attempts).toSorted()).toEqual([0, 1])
    expect(rows.find(({ attempts }) => attempts === 1)).toMatchObject({
      why: 'timeout',
      status: null,
      nextAttemptAt: later(1),
    })
    expect(hanging.received).toHaveLength(1)
  })

  it('whose host has no answer from its name server is broken off too', async () => {
    const { id } = await hooked(await school(), 443)
    const sent = await waiting(id)
    const controller = new AbortController()
    const resolve = () => {
      controller.abort()
      return new Promise<string[]>(() => undefined)
    }
    await sendDueWebhooks(() => NOW, testNet([], { resolve, deadline: () => controller.signal }))
    expect(await delivery(sent)).toMatchObject({ why: 'timeout', attempts: 1 })
  })

  it('follows no redirect', async () => {
    const target = await system()
    const { received, port } = await system(() => ({ status: 307, location: urlOf(target.port) }))
    const { id } = await hooked(await school(), port)
    const sent = await waiting(id)
    await sendDueWebhooks(() => NOW, testNet([`si.example.ma:${port}`, `si.example.ma:${target.port}`]))

    expect(received).toHaveLength(1)
    expect(target.received).toEqual([])
    expect(await delivery(sent)).toMatchObject({ why: 'redirect', status: 307, deliveredAt: null })
  })

  it.each([
    ['loopback', ['127.0.0.1']],
    ['private', ['10.1.2.3']],
    ['mapped', ['::ffff:127.0.0.1']],
    ['public and loopback', ['93.184.215.14', '127.0.0.1']],
  ])('does not go to a %s address that the settings do not name', async (_, addresses) => {
    const { received, port } = await system()
    const { id } = await hooked(await school(), port)
    const sent = await waiting(id)
    // The settings name the host only with other ports.
    const net = testNet(['si.example.ma', `si.example.ma:${port + 1}`], { resolve: async () => addresses })
    await sendDueWebhooks(() => NOW, net)

    expect(received).toEqual([])
    expect(await delivery(sent)).toMatchObject({ why: 'address', status: null, nextAttemptAt: later(1) })
  })

  it('is checked anew at each attempt, so that a name that changes its answer is refused', async () => {
    const { received, port } = await system(() => ({ status: 500 }))
    const { id, net } = await hooked(await school(), port)
    const sent = await waiting(id)
    await sendDueWebhooks(() => NOW, net)
    expect(received).toHaveLength(1)
    const asked: string[] = []
    const resolve = async (host: string) => {
      asked.push(host)
      return ['192.168.1.1']
    }
    await sendDueWebhooks(() => later(1), testNet([], { resolve }))

    expect(asked).toEqual(['si.example.ma'])
    expect(received).toHaveLength(1)
    expect(await delivery(sent)).toMatchObject({ why: 'address', attempts: 2 })
  })

  it('does not go to the platform itself, under its own name or another', async () => {
    const { id } = await hooked(await school(), 443)
    const sent = await waiting(id)
    const resolve = async () => ['93.184.215.14']
    await sendDueWebhooks(() => NOW, testNet([], { resolve, own: 'formation.example.ma' }))
    expect(await delivery(sent)).toMatchObject({ why: 'own' })
    // The site's own host is refused even if the settings name it.
    const asked = vi.fn(resolve)
    await sendDueWebhooks(
      () => later(1),
      testNet(['si.example.ma:443', 'si.example.ma'], { resolve: asked, own: 'si.example.ma' }),
    )
    expect(await delivery(sent)).toMatchObject({ why: 'own', attempts: 2 })
    expect(asked).not.toHaveBeenCalled()
  })

  it('of an archived institution or a disabled webhook is not sent any more', async () => {
    const { received, port } = await system()
    const [archived, at] = [await school(), await school()]
    const [one, other] = [await hooked(archived, port), await hooked(at, port)]
    const sent = [await waiting(one.id), await waiting(other.id)]
    await db().institution.update({ where: { id: archived.institutionId }, data: { archivedAt: NOW } })
    await disableWebhook(await mayIntegrate(at.administrator, at.institutionId), other.id, NOW)
    await sendDueWebhooks(() => later(1), one.net)

    expect(received).toEqual([])
    for (const id of sent) expect(await delivery(id)).toMatchObject({ attempts: 0, deliveredAt: null })
  })

  it('that was given up is sent again when the administrator says so', async () => {
    let status = 500
    const { received, port } = await system(() => ({ status }))
    const at = await school()
    const { id, net } = await hooked(at, port)
    const sent = await waiting(id)
    const end = later(TRIED_HOURS * 60)
    await sendDueWebhooks(() => end, net)
    expect(await delivery(sent)).toMatchObject({ failedAt: end })
    status = 200
    await sendDeliveryAgain(await mayIntegrate(at.administrator, at.institutionId), sent, later(1, end))
    expect(await delivery(sent)).toMatchObject({ failedAt: null, attempts: 0, queuedAt: later(1, end) })
    await sendDueWebhooks(() => later(1, end), net)

    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([sent, sent])
    expect(await delivery(sent)).toMatchObject({ deliveredAt: later(1, end), failedAt: null })
    const acts = await db().auditEntry.findMany({ where: { institutionId: at.institutionId }, orderBy: { id: 'asc' } })
    expect(acts.map(({ act }) => act)).toEqual(['webhook-added', 'webhook-sent-again'])
  })

  it('is deleted thirty days after it was written', async () => {
    const { id } = await hooked(await school(), 443)
    const [old, fresh] = [await waiting(id, new Date(Date.now() - 31 * 86_400_000)), await waiting(id, new Date())]
    await executeRetention(new Date())
    const left = await db().webhookDelivery.findMany({ where: { webhookId: id } })
    expect(left.map((row) => row.id)).toEqual([fresh])
    expect(old).not.toBe(fresh)
  })
})

describe('the page', () => {
  type Handler = (
    request: Request,
    context: { params: Promise<Record<'locale' | 'institution', string>> },
  ) => Promise<Response>
  type Asked = { form?: [string, string][]; query?: string; locale?: string }

  async function call(
    who: { sessionId: string },
    institution: string,
    { form, query = '', locale = 'fr' }: Asked = {},
  ) {
    await callAs(who.sessionId)
    const request = new Request(`http://localhost:3000/${locale}/institutions/${institution}/webhooks${query}`, {
      headers: { host: 'localhost:3000', accept: 'text/html' },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    const handler = (form ? postPage : getPage) as Handler
    const response = await handler(request, { params: Promise.resolve({ locale, institution }) })
    return { status: response.status, to: response.headers.get('location'), html: await response.text() }
  }
  const formOf = (url: string, draft: string = randomUUID()): [string, string][] => [
    ['draft', draft],
    ['url', url],
    ['events', 'member.completed'],
  ]

  it('adds a webhook and shows its secret once, in three languages', async () => {
    const { institutionId, administrator } = await school()
    const form = formOf('https://si.example.ma/hook')
    const added = await call(administrator, institutionId, { form })
    expect(added.status).toBe(200)
    const secret = added.html.match(/whsec_[\w+/=]{44}/)?.[0]
    expect(secret).toBeDefined()
    const again = await call(administrator, institutionId, { form })
    expect(again.to).toBe(`/fr/institutions/${institutionId}/webhooks?done=added-before`)
    expect(await db().webhook.count({ where: { institutionId } })).toBe(1)
    const stored = await db().webhook.findFirstOrThrow({ where: { institutionId } })
    expect(JSON.stringify(stored)).not.toContain(secret?.slice(6))

    await waiting(stored.id)
    for (const locale of LOCALES) {
      const { status, html } = await call(administrator, institutionId, { locale })
      expect(status).toBe(200)
      expect(html).toContain('https://si.example.ma/hook')
      expect(html).toContain(translator(locale)('webhooks.states.waiting'))
      expect(html).not.toContain('whsec_')
      expect(html).not.toContain('<b>de Fès')
    }
  })

  it.each([
    ['http://si.example.ma/', 'url'],
    ['https://localhost/', 'own'],
    ['https://LOCALHOST.:8443/', 'own'],
    ['https://127.0.0.1/', 'address'],
    ['https://2130706433/', 'address'],
    ['https://[::ffff:10.0.0.1]/', 'address'],
    ['https://169.254.169.254/latest/meta-data', 'address'],
  ] as const)('does not take %s', async (url, problem) => {
    const { institutionId, administrator } = await school()
    const { status, html } = await call(administrator, institutionId, { form: formOf(url) })
    expect(status).toBe(400)
    expect(html).toContain(t(`webhooks.problems.${problem}`))
    expect(html).toContain(`value="${url}"`)
    expect(await db().webhook.count()).toBe(0)
  })

  it('tests, sends again and disables, each once and in the log', async () => {
    const at = await school()
    const { institutionId, administrator } = at
    const { id } = await webhookAt(at, 'https://si.example.ma/', ALL, NOW)
    const act = (name: string, value: string) => call(administrator, institutionId, { form: [[name, value]] })
    expect((await act('test', id)).to).toContain('done=tested')
    const sent = await db().webhookDelivery.findFirstOrThrow({ where: { webhookId: id } })
    expect(sent).toMatchObject({ event: 'test', message: { type: 'test', data: {} } })
    expect((await act('again', sent.id)).to).toContain('done=again')
    expect((await act('disable', id)).to).toContain('done=disabled')
    expect([
      (await act('disable', id)).status,
      (await act('test', id)).status,
      (await act('again', sent.id)).status,
    ]).toEqual([409, 409, 404])
    const { html } = await call(administrator, institutionId)
    expect(html).toContain(t('webhooks.states.stopped'))
    const acts = await db().auditEntry.findMany({ where: { institutionId }, orderBy: { id: 'asc' } })
    expect(acts.map((entry) => entry.act)).toEqual([
      'webhook-added',
      'webhook-tested',
      'webhook-sent-again',
      'webhook-disabled',
    ])
    expect(acts.every(({ actorId }) => actorId === administrator.accountId)).toBe(true)
  })

  it('has no more than ten in use', async () => {
    const at = await school()
    for (let made = 0; made < 10; made += 1) await webhookAt(at, 'https://si.example.ma/', ALL, NOW)
    const { status, html } = await call(at.administrator, at.institutionId, { form: formOf('https://si.example.ma/') })
    expect(status).toBe(400)
    expect(html).toContain(t('webhooks.problems.full'))
  })

  it('is closed to the administrator of another school, and so are its webhooks and deliveries', async () => {
    const [hers, other] = [await school(), await school()]
    const { id } = await webhookAt(hers, 'https://si.example.ma/', ALL, NOW)
    const sent = await waiting(id)
    const own = (form: [string, string][]) => call(other.administrator, other.institutionId, { form })
    const strange = await call(other.administrator, hers.institutionId)
    const missing = await call(other.administrator, randomUUID())
    expect([strange.status, strange.html.includes('si.example.ma')]).toEqual([missing.status, false])
    expect([403, 404]).toContain(strange.status)
    expect((await own([['test', id]])).status).toBe(404)
    expect((await own([['disable', id]])).status).toBe(404)
    expect((await own([['again', sent]])).status).toBe(404)
    expect((await call(other.administrator, other.institutionId)).html).not.toContain('si.example.ma')
    await expect(
      testWebhook(await mayIntegrate(other.administrator, other.institutionId), id, NOW),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(await delivery(sent)).toMatchObject({ attempts: 0 })
    expect(await db().webhook.findUniqueOrThrow({ where: { id } })).toMatchObject({ disabledAt: null })
  })
})
