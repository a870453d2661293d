import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'

const STEPS = 2 ** 47

/** Uniform in [0, 1), from the random source of the operating system: exams and numbers must not be guessable. */
export function secureRandom(): number {
  return randomInt(STEPS) / STEPS
}

/** 192 random bits, safe in an address. */
export function secretToken(): string {
  return randomBytes(24).toString('base64url')
}
