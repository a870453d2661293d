import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The mails that were sent to an address, the oldest first. */
export function mailTo(email: string, dataDir: string = process.env.DATA_DIR ?? ''): string[] {
  const folder = path.join(dataDir, 'outbox')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
  return files
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .filter((mail) => mail.includes(`\nTo: ${email}\n`))
}

/** The only link in a mail. */
export function linkIn(mail: string | undefined): URL {
  const link = mail?.match(/^https?:\S+$/m)?.[0]
  if (!link) throw new Error('The mail holds no link.')
  return new URL(link)
}

export function tokenIn(mail: string | undefined): string {
  return linkIn(mail).searchParams.get('token') ?? ''
}
