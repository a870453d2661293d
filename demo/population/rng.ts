import 'server-only'
import { seededGenerator } from '@/domain/cohort/statistics/seeded-generator'

/** A seeded source of random data: the same seed gives the same data. */
export type Rng = ReturnType<typeof makeRng>

export function makeRng(seed: number) {
  const random = seededGenerator(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  function hex(digits: number): string {
    let text = ''
    while (text.length < digits)
      text += below(2 ** 32)
        .toString(16)
        .padStart(8, '0')
    return text.slice(0, digits)
  }

  return {
    random,
    below,
    hex,
    chance: (rate: number) => random() < rate,
    pick: <T>(items: readonly T[]): T => items[below(items.length)] as T,
    /** Mean 0, deviation 1. @see Box & Muller, A Note on the Generation of Random Normal Deviates, 1958 */
    normal: () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
    /** A UUID version 7, as the site makes them: the ids of one table grow with time. */
    uuid(at: Date): string {
      const time = at.getTime().toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${(8 + below(4)).toString(16)}${hex(3)}-${hex(12)}`
    },
    secret: (bytes: number) => Buffer.from(hex(bytes * 2), 'hex').toString('base64url'),
  }
}
