import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import type { Letter } from '@/domain/letter/letter'
import { CLASS_OF } from '@/domain/letter/letter-budget'
import type { DueMail } from '../db/mail/mails'
import { env } from '../env'
import { writeLetter } from './letter'
import { CALENDAR_NAME, keepInOutbox } from './outbox'
import { type StopLinks, stopLinks } from './stop-link'
import { subjectOptions } from './subject-header'

let transport: Transporter | undefined

/** Hands one letter to the mail server, or stores it as a file. @throws what the server or the network reports. */
export async function deliver(mail: Omit<DueMail, 'tries'>, now: Date): Promise<void> {
  const { id, letter } = mail
  const stop = await stopOf(mail)
  const { calendar, ...written } = writeLetter(letter, stop ?? undefined)
  const headers = stop ? stopHeaders(stop) : {}
  const replyTo = replyToOf(letter)
  const { smtpUrl, mailFrom } = env()
  const messageId = `<${id}@${mailFrom
    .split('@')
    .at(-1)
    ?.replace(/[>\s].*$/, '')}>`
  if (!smtpUrl)
    return keepInOutbox(letter.to, { ...written, calendar }, now, {
      'Message-ID': messageId,
      ...(replyTo && { 'Reply-To': replyTo }),
      ...headers,
    })
  transport ??= createTransport(smtpUrl, PATIENCE)
  const { subject, ...bodies } = written
  const named = subjectOptions(subject)
  await transport.sendMail({
    from: mailFrom,
    to: { name: '', address: letter.to },
    messageId,
    ...(replyTo && { replyTo: { name: '', address: replyTo } }),
    ...named,
    ...bodies,
    ...(calendar && { icalEvent: { ...calendar, filename: CALENDAR_NAME } }),
    headers: { ...headers, ...('headers' in named && named.headers) },
    ...SAFE,
  })
}

/** Where an answer to an invitation goes: the institution's address for help, if it has one. */
function replyToOf({ about }: Letter): string | null {
  return about && 'invited' in about ? (about.invited?.helpEmail ?? null) : null
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
