import { foldName } from '../certificate/match-name'

/** How many people and how many cohorts a search shows at most. */
export const FOUND_AT_MOST = 20
const LEAST_LETTERS = 2

/** Whether a search is long enough: one letter would find nearly everybody. */
export function enoughTyped(typed: string): boolean {
  return foldName(typed).replaceAll(' ', '').length >= LEAST_LETTERS
}
