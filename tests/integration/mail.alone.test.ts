import { once } from 'node:events'
import { statSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import type { Letter } from '@/domain/letter/letter'
import { LINK_VALID_MS } from '@/server/account/email-link'
import { env } from '@/server/env'
import { mailTo } from '@/tests/support/outbox'
import { ownOutbox } from '@/tests/support/own-outbox'

ownOutbox()

const LETTER: Letter<'reset'> = {
  kind: 'reset',
  to: 'fatima@example.ma',
  name: 'فاطمة العلوي',
  locale: 'ar',
  link: 'http://localhost:3000/ar/reset-password?token=secret',
}

/** Sends a mail as a server with these settings would. */
async function postWith(settings: Record<string, string>, now = new Date()): Promise<void> {
  vi.resetModules()
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  env.reset()
  vi.useFakeTimers({ toFake: ['Date'], now })
  const { post } = await import('@/server/mail/post')
  await post(LETTER, now)
  vi.useRealTimers()
  vi.unstubAllEnvs()
}

it('keeps mail as readable text, for its owner only, if no mail server is set', async () => {
  await postWith({ SMTP_URL: '', MAIL_FROM: 'formation@example.ma' }, new Date('2026-11-24T10:00:00Z'))

  const [mail] = mailTo(LETTER.to)
  expect(mail).toMatch(/^Date: Tue, 24 Nov 2026 10:00:00 \+0000\nFrom: formation@example\.ma\nTo: fatima@example\.ma\n/)
  expect(mail).toContain('\nSubject: اختيار كلمة مرور جديدة\n')
  expect(mail).toContain(`\n${LETTER.link}\n`)
  expect(statSync(path.join(process.env.DATA_DIR ?? '', 'outbox')).mode & 0o077).toBe(0)
})

it('drops kept mail whose links no longer work', async () => {
  const last = new Date('2026-12-25T10:00:00Z')
  for (const now of [new Date(last.getTime() - LINK_VALID_MS - 1), last]) {
    await postWith({ SMTP_URL: '', MAIL_FROM: 'formation@example.ma' }, now)
  }
  const kept = () => mailTo(LETTER.to).map((mail) => mail.match(/^Date: (.*)$/m)?.[1])

  const { dropMailBefore } = await import('@/server/mail/outbox')
  dropMailBefore(new Date(last.getTime() - LINK_VALID_MS))

  expect(kept()).toEqual(['Fri, 25 Dec 2026 10:00:00 +0000'])
  dropMailBefore(new Date(last.getTime() + 1))
  expect(kept()).toEqual([])
})

it('sends by SMTP when a server is set', async () => {
  const received: string[] = []
  const server = createServer((socket) => {
    socket.write('220 ready\r\n')
    let inBody = false
    socket.on('data', (chunk) => {
      received.push(chunk.toString())
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        if (inBody && line !== '.') continue
        inBody = line === 'DATA'
        socket.write(inBody ? '354 go on\r\n' : '250 fine\r\n')
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  await postWith({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'formation@example.ma' })
  server.close()

  expect(received.join('')).toMatch(/MAIL FROM:<formation@example\.ma>.*RCPT TO:<fatima@example\.ma>.*multipart/s)
})

it('logs a failed send without saying to whom', async () => {
  const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined)

  await postWith({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'formation@example.ma' })

  const [line] = lines.mock.calls.flat()
  expect(JSON.parse(line)).toMatchObject({ event: 'mail-failed', kind: 'reset', code: 'ESOCKET' })
  expect(line).not.toMatch(/fatima|secret|فاطمة/)
})
