import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { HELD_MINUTES } from '@/domain/cohort/next-try'
import type { Letter } from '@/domain/letter/letter'
import { db, sql } from '@/server/db/client'
import { claimMails, insertMail } from '@/server/db/mail/mails'
import { env } from '@/server/env'

const NOW = new Date('2026-11-25T10:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const LETTER: Letter = {
  kind: 'reset',
  to: 'fatima@example.ma',
  name: 'فاطمة العلوي',
  locale: 'ar',
  link: 'http://localhost:3000/ar/reset-password?token=secret',
}

type Received = { messageId: string | undefined }
const servers: SMTPServer[] = []
afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  await Promise.all(servers.splice(0).map((server) => new Promise<void>((done) => server.close(() => done()))))
  await db().mail.deleteMany()
})

/** `before`: work that is done before the server answers. */
type Behaviour = { port?: number; refusal?: number; before?: () => Promise<unknown> }

/** A real mail server on `port` (0: a free one) that keeps the mails it gets, or refuses them with `refusal`. */
async function mailServer({ port = 0, refusal, before }: Behaviour = {}) {
  const received: Received[] = []
  const sources: Buffer[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        await before?.()
        if (refusal) return done(Object.assign(new Error('no'), { responseCode: refusal }))
        sources.push(Buffer.concat(chunks))
        const text = Buffer.concat(chunks).toString('utf8')
        received.push({ messageId: text.match(/^Message-ID: (.+)$/im)?.[1]?.trim() })
        done()
      })
    },
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', () => done()))
  const { port: given } = server.server.address() as { port: number }
  const close = () => new Promise<void>((done) => server.close(() => done()))
  return { received, sources, port: given, close }
}

/** The mail sender of a server that uses this mail server. */
async function sender(port: number) {
  vi.resetModules()
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${port}`)
  vi.stubEnv('MAIL_FROM', 'formation@example.ma')
  env.reset()
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  return import('@/server/mail/send-due')
}

const stateOf = async (id: string) => db().mail.findUniqueOrThrow({ where: { id } })

describe('the subject of an announcement', () => {
  const WORD = `=?utf-8?B?${Buffer.from('Votre mot de passe').toString('base64')}?=`

  it.each([
    ['an encoded word', WORD],
    ['one among words', `Séminaire ${WORD} du 3`],
    ['one that is not closed', `${WORD.slice(0, -2)} ?=`],
    ['a long one', `${WORD} `.repeat(4).trim()],
    ['Arabic', 'ندوة مكافحة الاتجار بالبشر، الدورة الثانية في الرباط'],
    ['plain words', 'Seminaire du 3 decembre'],
  ])('reaches her mail program as it was typed: %s', async (_, subject) => {
    const { sources, port } = await mailServer()
    const { sendDue } = await sender(port)
    const announcement = { id: '1', subject, text: 'À lundi.', from: 'Houda Mrabet, École', wordsIn: 'fr' as const }
    const about = { cohort: 'Promotion 2026', institution: 'École', announcement }
    await insertMail(db(), { ...LETTER, kind: 'announcement', about }, {}, NOW)

    expect(await sendDue(() => NOW)).toBe(1)

    const [source] = sources
    expect((await PostalMime.parse(source ?? '')).subject).toBe(subject)
    const header = /^Subject: .*(?:\r\n .*)*/m.exec(source?.toString('latin1') ?? '')?.[0] ?? ''
    expect(header).not.toContain(WORD)
    for (const line of header.split('\r\n')) expect(line.length).toBeLessThanOrEqual(87)
  })
})

describe('a letter', () => {
  it('is sent once, with a Message-ID made of its id, and its text is deleted', async () => {
    const { received, port } = await mailServer()
    const { sendDue } = await sender(port)
    const id = await insertMail(db(), LETTER, {}, NOW)

    expect(await sendDue(() => NOW)).toBe(1)
    expect(await sendDue(() => later(60))).toBe(0)

    expect(received).toEqual([{ messageId: `<${id}@example.ma>` }])
    expect(await stateOf(id)).toMatchObject({ state: 'sent', sentAt: NOW, letter: null, tries: 1 })
  })

  it('waits while the mail server is down, and goes out when it is back', async () => {
    const { port, close } = await mailServer()
    await close()
    servers.length = 0
    const { sendDue } = await sender(port)
    const id = await insertMail(db(), LETTER, {}, NOW)

    expect(await sendDue(() => NOW)).toBe(0)
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', dueAt: later(1), problem: 'ESOCKET' })
    expect(await sendDue(() => later(0.5))).toBe(0)

    const { received } = await mailServer({ port })
    expect(await sendDue(() => later(1))).toBe(1)
    expect(received).toEqual([{ messageId: `<${id}@example.ma>` }])
  })

  it('is given up after two days, with the mail server’s code for it', async () => {
    const { port } = await mailServer({ refusal: 550 })
    const { sendDue } = await sender(port)
    const id = await insertMail(db(), LETTER, {}, NOW)

    for (let day = 0; day < 12; day += 1) await sendDue(() => later(day * 1440))

    expect(await stateOf(id)).toMatchObject({ state: 'failed', problem: '550', tries: 12 })
    expect(await sendDue(() => later(30 * 1440))).toBe(0)
  })

  it('does not come back to the queue if it was stopped while the mail server refused it', async () => {
    const { port } = await mailServer({
      refusal: 450,
      before: () => db().mail.updateMany({ data: { state: 'stopped' } }),
    })
    const { sendDue } = await sender(port)
    const id = await insertMail(db(), LETTER, {}, NOW)

    expect(await sendDue(() => NOW)).toBe(0)

    expect(await stateOf(id)).toMatchObject({ state: 'stopped' })
  })

  it('is not sent if it was stopped while earlier letters were being sent', async () => {
    const { port, received } = await mailServer({ before: () => db().mail.updateMany({ data: { state: 'stopped' } }) })
    const { sendDue } = await sender(port)
    await insertMail(db(), LETTER, {}, NOW)
    await insertMail(db(), LETTER, {}, NOW)

    expect(await sendDue(() => NOW)).toBe(1)

    expect(received).toHaveLength(1)
    expect((await db().mail.findMany()).map(({ state }) => state).toSorted()).toEqual(['sent', 'stopped'])
  })

  it('goes out again, under the same Message-ID, when its sender died after the mail server took it', async () => {
    const { received, port } = await mailServer()
    const { sendDue } = await sender(port)
    const id = await insertMail(db(), LETTER, {}, NOW)
    await sendDue(() => NOW)
    // The state that a dead sender leaves: the mail is taken and not marked as sent.
    await db().mail.update({
      where: { id },
      data: { state: 'sending', letter: LETTER, sentAt: null, dueAt: later(HELD_MINUTES) },
    })

    expect(await sendDue(() => later(HELD_MINUTES - 1))).toBe(0)
    expect(await sendDue(() => later(HELD_MINUTES))).toBe(1)

    expect(received.map(({ messageId }) => messageId)).toEqual([`<${id}@example.ma>`, `<${id}@example.ma>`])
  })

  it('is not sent twice if the letters before it take longer than a sender may lock it', async () => {
    const others: Promise<number>[] = []
    const { port, received } = await mailServer({
      before: async () => {
        if (others.length === 0) await others[others.push(sendDue(() => later(HELD_MINUTES + 1))) - 1]
      },
    })
    const { sendDue } = await sender(port)
    const ids = [await insertMail(db(), LETTER, {}, NOW), await insertMail(db(), LETTER, {}, NOW)]
    const clock = [NOW, NOW]

    expect(await sendDue(() => clock.shift() ?? later(HELD_MINUTES - 1))).toBe(1)

    expect(await Promise.all(others)).toEqual([1])
    expect(received.map(({ messageId }) => messageId).toSorted()).toEqual(
      ids.map((id) => `<${id}@example.ma>`).toSorted(),
    )
  })

  it('is left to the sender that has claimed it since', async () => {
    const { port, received } = await mailServer({ before: () => claimMails(sql(), 1, later(HELD_MINUTES)) })
    const { sendDue } = await sender(port)
    for (let n = 0; n < 2; n += 1) await insertMail(db(), LETTER, {}, NOW)
    const clock = [NOW, NOW]

    expect(await sendDue(() => clock.shift() ?? later(HELD_MINUTES - 1))).toBe(1)

    expect(received).toHaveLength(1)
    expect((await db().mail.findMany()).map(({ state, tries }) => [state, tries])).toContainEqual(['sending', 2])
  })

  it('is locked by a clock that goes on, also if it is sent right after it was stored', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW })
    const { port } = await mailServer({ before: async () => vi.setSystemTime(later(20)) })
    await sender(port)
    const { post } = await import('@/server/mail/post')
    await insertMail(db(), LETTER, {}, later(-1))

    await post({ ...LETTER, kind: 'reset' }, NOW)

    const sent = await db().mail.findMany({ orderBy: { dueAt: 'asc' } })
    expect(sent.map(({ dueAt }) => dueAt)).toEqual([later(HELD_MINUTES), later(20 + HELD_MINUTES)])
  })

  it('is taken by only one of several senders that run at once', async () => {
    const { received, port } = await mailServer()
    const { sendDue } = await sender(port)
    for (let n = 0; n < 30; n += 1) await insertMail(db(), LETTER, {}, NOW)

    const counts = await Promise.all([1, 2, 3, 4].map(() => sendDue(() => NOW)))

    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30)
    expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(30)
  })
})
