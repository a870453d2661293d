import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { env } from '../env'
import { log } from '../log'
import { type Letter, writeLetter } from './letter'
import { keepInOutbox } from './outbox'

let transport: Transporter | undefined

/** Sends a letter, or keeps it as a file. A failure is logged, never thrown: she asks again, nothing of hers is lost. */
export async function post(letter: Letter, now: Date): Promise<void> {
  try {
    const written = writeLetter(letter)
    const { smtpUrl, mailFrom } = env()
    if (!smtpUrl) return keepInOutbox(letter.to, written, now)
    transport ??= createTransport(smtpUrl)
    await transport.sendMail({ from: mailFrom, to: { name: '', address: letter.to }, ...written, ...SAFE })
  } catch (error) {
    // Only the code: the message of a mail server quotes the address it refused.
    log('mail-failed', { kind: letter.kind, code: codeOf(error) })
  }
}

const SAFE = { disableFileAccess: true, disableUrlAccess: true } as const

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
