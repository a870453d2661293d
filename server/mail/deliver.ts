import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { CLASS_OF } from '@/domain/account/letter-budget'
import type { DueMail } from '../db/mails'
import { env } from '../env'
import { writeLetter } from './letter'
import { keepInOutbox } from './outbox'
import { type StopLinks, stopLinks } from './stop-link'
import { subjectOptions } from './subject-header'

let transport: Transporter | undefined

/** Hands one letter to the mail server, or stores it as a file. @throws what the server or the network reports. */
export async function deliver(mail: Omit<DueMail, 'tries'>, now: Date): Promise<void> {
  const { id, letter } = mail
  const stop = await stopOf(mail)
  const written = writeLetter(letter, stop ?? undefined)
  const headers = stop ? stopHeaders(stop) : {}
  const { smtpUrl, mailFrom } = env()
  const messageId = `<${id}@${mailFrom
    .split('@')
    .at(-1)
    ?.replace(/[>\s].*$/, '')}>`
  if (!smtpUrl) return keepInOutbox(letter.to, written, now, { 'Message-ID': messageId, ...headers })
  transport ??= createTransport(smtpUrl, PATIENCE)
  const { subject, ...bodies } = written
  const named = subjectOptions(subject)
  await transport.sendMail({
    from: mailFrom,
    to: { name: '', address: letter.to },
    messageId,
    ...named,
    ...bodies,
    headers: { ...headers, ...('headers' in named && named.headers) },
    ...SAFE,
  })
}

/** The links that stop letters like this one; null for a letter that is always sent. */
async function stopOf({ letter, accountId }: Omit<DueMail, 'tries'>) {
  const letterClass = CLASS_OF[letter.kind]
  if (letterClass === 'necessary' || accountId === null) return null
  return { letterClass, ...(await stopLinks({ accountId, letterClass }, letter.locale)) }
}

/** RFC 2369 and RFC 8058: the button of the mail program that stops such letters. */
function stopHeaders({ oneClick }: StopLinks): Record<string, string> {
  return { 'List-Unsubscribe': `<${oneClick}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

const SAFE = { disableFileAccess: true, disableUrlAccess: true } as const
// A server that accepts a connection and then says nothing must not block the letters behind this one.
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }
