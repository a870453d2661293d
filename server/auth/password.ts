import 'server-only'
import { hash, verify } from '@node-rs/argon2'

// OWASP's first argon2id setting: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let decoy: Promise<string> | undefined

export function hashPassword(plain: string): Promise<string> {
  return hash(plain.normalize('NFKC'), COST)
}

/** Without a stored hash the function does the same work: its duration must not reveal whether an account exists. */
export async function verifyPassword(stored: string | null, plain: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID())
  const matches = await verify(stored ?? (await decoy), plain.normalize('NFKC'))
  return stored !== null && matches
}
