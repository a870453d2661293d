import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import type { Letter } from '@/domain/account/letter'
import { env } from '../env'
import { writeLetter } from './letter'
import { keepInOutbox } from './outbox'

let transport: Transporter | undefined

/** Hands one letter to the mail server, or stores it as a file. @throws what the server or the network reports. */
export async function deliver(id: string, letter: Letter, now: Date): Promise<void> {
  const written = writeLetter(letter)
  const { smtpUrl, mailFrom } = env()
  const messageId = `<${id}@${mailFrom
    .split('@')
    .at(-1)
    ?.replace(/[>\s].*$/, '')}>`
  if (!smtpUrl) return keepInOutbox(letter.to, written, now, messageId)
  transport ??= createTransport(smtpUrl, PATIENCE)
  await transport.sendMail({
    from: mailFrom,
    to: { name: '', address: letter.to },
    messageId,
    ...written,
    ...SAFE,
  })
}

const SAFE = { disableFileAccess: true, disableUrlAccess: true } as const
// A server that accepts a connection and then says nothing must not block the letters behind this one.
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }
