import { dice } from '@/tests/support/dice'

/** A source of invented data: the same seed gives the same data. */
export type Roll = ReturnType<typeof roll>

export function roll(seed: number) {
  const random = dice(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const hex = (digits: number) => Array.from({ length: digits }, () => below(16).toString(16)).join('')

  return {
    random,
    below,
    chance: (rate: number) => random() < rate,
    pick: <T>(items: readonly T[]): T => items[below(items.length)] as T,
    /** Version 7, as the site makes them: ids of one table grow with time. */
    uuid(at: Date): string {
      const time = at.getTime().toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${(8 + below(4)).toString(16)}${hex(3)}-${hex(12)}`
    },
    secret: (bytes: number) => Buffer.from(hex(bytes * 2), 'hex').toString('base64url'),
  }
}
