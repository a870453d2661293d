import 'server-only'
import { randomInt } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { env } from '@/server/env'
import { writeWhole } from '@/server/write-whole'
import { DEMO_PEOPLE } from './demo-people'

const demoFileSchema = z.array(z.object({ email: z.string(), password: z.string() }))
type DemoAccount = z.infer<typeof demoFileSchema>[number]

// Without letters that look like a digit: these passwords are typed from a screen.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

const demoFile = () => path.join(env().dataDir, 'demo.json')

/** The account with the note printed beside it. */
export type NotedAccount = DemoAccount & { note: string }

/**
 * The accounts that every start prints. The passwords are drawn once and stored in a file that only its owner can read.
 */
export function readDemoAccounts(): NotedAccount[] {
  const known = existsSync(demoFile()) ? demoFileSchema.parse(JSON.parse(readFileSync(demoFile(), 'utf8'))) : []
  return known.map((account) => ({
    ...account,
    note: DEMO_PEOPLE.find(({ email }) => email === account.email)?.note ?? '',
  }))
}

/** The accounts with the passwords of the file. If it lacks one, draws new passwords and writes the file. */
export function keptDemoAccounts(): DemoAccount[] {
  const known = readDemoAccounts()
  return DEMO_PEOPLE.every(({ email }) => known.some((account) => account.email === email)) ? known : drawDemoAccounts()
}

function drawDemoAccounts(): DemoAccount[] {
  const drawn = DEMO_PEOPLE.map(({ email }) => ({ email, password: drawPassword() }))
  writeWhole(demoFile(), `${JSON.stringify(drawn, null, 2)}\n`)
  return drawn
}

/** Four groups of four characters: about 79 bits. */
function drawPassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
