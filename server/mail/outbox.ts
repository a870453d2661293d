import 'server-only'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { env } from '../env'
import { writeWhole } from '../write-whole'
import type { WrittenLetter } from './letter'
import { encodedWords } from './subject-header'

export const CALENDAR_NAME = 'seminar.ics'

/** The folder for mail if no mail server is set. */
export function outboxPath(): string {
  return path.join(env().dataDir, 'outbox')
}

/** Stores a mail as a file that a person can read as it is: raw UTF-8 without encoding. */
export function keepInOutbox(
  to: string,
  { subject, text, calendar }: Pick<WrittenLetter, 'subject' | 'text' | 'calendar'>,
  now: Date,
  named: Readonly<Record<string, string>>,
): void {
  mkdirSync(outboxPath(), { recursive: true, mode: 0o700 })
  const headers = [
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    `From: ${env().mailFrom}`,
    `To: ${to}`,
    // A mail program that opens the file would decode an encoded word that somebody typed.
    `Subject: ${subject.includes('=?') ? encodedWords(subject).replaceAll('\r\n', '\n') : subject}`,
    ...Object.entries(named).map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
  ]
  const name = `${stampOf(now)}-${randomUUID()}.eml`
  writeWhole(path.join(outboxPath(), name), `${headers.join('\n')}\n${bodyOf(text, calendar)}`)
}

/** The text, or the text and the file that goes with it. */
function bodyOf(text: string, calendar: WrittenLetter['calendar']): string {
  const plain = `${PLAIN}\n\n${text}`
  if (!calendar) return plain
  const boundary = randomUUID()
  const file = `Content-Type: text/calendar; charset=utf-8; method=${calendar.method}; name=${CALENDAR_NAME}\n${BITS}`
  const parts = [plain, `${file}\nContent-Disposition: attachment; filename=${CALENDAR_NAME}\n\n${calendar.content}`]
  const body = parts.map((part) => `--${boundary}\n${part}\n`).join('')
  return `Content-Type: multipart/mixed; boundary="${boundary}"\n\n${body}--${boundary}--\n`
}

const BITS = 'Content-Transfer-Encoding: 8bit'
const PLAIN = `Content-Type: text/plain; charset=utf-8\n${BITS}`

/** Deletes stored mail from before a moment, since it contains names and addresses. @returns the number of files. */
export function dropMailBefore(moment: Date): number {
  const files = existsSync(outboxPath()) ? readdirSync(outboxPath()) : []
  const old = files.filter((name) => name.endsWith('.eml') && name < stampOf(moment))
  for (const name of old) rmSync(path.join(outboxPath(), name), { force: true })
  return old.length
}

// Names in this form sort by time.
function stampOf(moment: Date): string {
  return moment.toISOString().replace(/[:.]/g, '-')
}
