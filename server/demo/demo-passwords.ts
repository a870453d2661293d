import 'server-only'
import { randomInt } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { env } from '../env'
import { writeWhole } from '../write-whole'
import { DEMO_PEOPLE } from './demo-people'

const demoFileSchema = z.array(z.object({ email: z.string(), password: z.string() }))
export type DemoAccount = z.infer<typeof demoFileSchema>[number]

// No letter that reads like a digit: these are typed from a screen.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

const demoFile = () => path.join(env().dataDir, 'demo.json')

/** What the start prints, every time: the passwords are drawn once and stand in a file that only its owner reads. */
export function readDemoAccounts(): DemoAccount[] {
  return existsSync(demoFile()) ? demoFileSchema.parse(JSON.parse(readFileSync(demoFile(), 'utf8'))) : []
}

export function drawDemoAccounts(): DemoAccount[] {
  const drawn = DEMO_PEOPLE.map(({ email }) => ({ email, password: drawPassword() }))
  writeWhole(demoFile(), `${JSON.stringify(drawn, null, 2)}\n`)
  return drawn
}

/** Four groups of four: about 79 bits. */
function drawPassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
