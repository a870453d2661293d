import { parseArgs } from 'node:util'
import { CASES, type CaseName } from './cases'
import type { Size } from './fill/fill-database'

/**
 * `--only` names them like a case, but they are measured once: the crowd for a minute, and slow senders for 45 seconds; the imports, the letters of
 * review, the corrections and the retention for as long as they take.
 */
const ONCE = ['crowd', 'import', 'reviews', 'corrections', 'retention'] as const

export type Options = {
  json: boolean
  only: readonly CaseName[]
  crowd: boolean
  import: boolean
  reviews: boolean
  corrections: boolean
  retention: boolean
  rounds: number
  size: Size
}

const USAGE = `Usage: npm run bench -- [--json] [--only ${[...Object.keys(CASES), ...ONCE].join(',')}] [--rounds 9]
                        [--learners 5000] [--attempts 20000] [--scale 1]`

/** @throws if an option is unknown or invalid; the message lists the valid ones. */
export function readOptions(args: readonly string[]): Options {
  try {
    return readThem(args)
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`)
  }
}

function readThem(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
      rounds: { type: 'string', default: '9' },
      learners: { type: 'string', default: '5000' },
      attempts: { type: 'string', default: '20000' },
      scale: { type: 'string', default: '1' },
    },
  })
  const size = {
    learners: count('learners', values.learners),
    attempts: count('attempts', values.attempts),
    scale: readScale(values.scale),
  }
  const only = readOnly(values.only)
  return {
    json: values.json,
    only: only.filter((name): name is CaseName => name in CASES),
    crowd: only.includes('crowd'),
    import: only.includes('import'),
    reviews: only.includes('reviews'),
    corrections: only.includes('corrections'),
    retention: only.includes('retention'),
    rounds: count('rounds', values.rounds),
    size,
  }
}

function readOnly(given: string | undefined): (CaseName | (typeof ONCE)[number])[] {
  const names = [...(Object.keys(CASES) as CaseName[]), ...ONCE] as const
  if (given === undefined) return [...names]
  const asked = given.split(',')
  const unknown = asked.find((name) => !names.some((known) => known === name))
  if (unknown !== undefined) throw new Error(`There is no case ${unknown}. The cases are: ${names.join(', ')}.`)
  return names.filter((name) => asked.includes(name))
}

/** The size of the country, in multiples of 40,000 people. */
function readScale(text: string): number {
  const scale = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && scale > 0 && scale <= 10) return scale
  throw new Error('--scale must be a number over 0, up to 10: 1 is a country of 40,000 people')
}

function count(name: string, text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new Error(`--${name} must be a whole number from 1 on`)
}
