import { createHash } from 'node:crypto'
import type { Locale } from '@/domain/locale'
import { TURNS, type Turn } from './turn'

/** `narrow` is the rules of axe that depend on the width; that nothing is wider than the window is seen in each visit. */
export type Check = 'axe' | 'sniffer' | 'dark' | 'narrow'
export type Visit = { locale: Locale; checks: readonly Check[] }

/**
 * One visit for each turn. English has the markup, direction, script and styles of French, so the checkers would find
 * nothing in English that they do not find in French. The tests of the messages find a missing translation.
 */
const VISITS: readonly Visit[] = [
  { locale: 'ar', checks: ['axe', 'narrow'] },
  { locale: 'fr', checks: ['axe', 'narrow'] },
  { locale: 'en', checks: [] },
  { locale: 'ar', checks: ['sniffer', 'dark'] },
  { locale: 'fr', checks: ['sniffer', 'dark'] },
  { locale: 'en', checks: [] },
]

/** Every language once, with every check. */
const ALL: readonly Visit[] = [
  { locale: 'ar', checks: ['axe', 'sniffer', 'dark', 'narrow'] },
  { locale: 'fr', checks: ['axe', 'sniffer', 'dark', 'narrow'] },
  { locale: 'en', checks: [] },
]

/**
 * How a template is opened in this turn. Templates are spread over the visits by a hash of the name, so that a new
 * template does not move the turns of the others.
 */
export function visitsOf(name: string, turn: Turn): readonly Visit[] {
  if (turn === 'all') return ALL
  const place = createHash('sha256').update(name).digest().readUInt32BE(0)
  return VISITS.slice((place + turn) % TURNS, ((place + turn) % TURNS) + 1)
}

/** The setting with the addresses of routes whose templates are opened in every state, separated by blanks. */
export const TOUCHED = 'TEST_TOUCHED'
/** The setting with which the templates of all other routes are left out. */
export const ONLY_TOUCHED = 'TEST_ONLY_TOUCHED'

/** How a template of the route with this address is opened in this turn; not at all if it is left out. */
export function visitsNow(name: string, address: string | null, turn: Turn): readonly Visit[] {
  if (address && process.env[TOUCHED]?.split(' ').includes(address)) return ALL
  return process.env[ONLY_TOUCHED] ? [] : visitsOf(name, turn)
}
