import { expect, it } from 'vitest'
import { TEMPLATES } from '../support/access/declared'
import { type Visit, visitsOf } from './template-visits'
import { TURNS } from './turn'

const NAMES = Object.keys(TEMPLATES)

/** Every language, width and checker of a template. */
const COMBINATIONS = [
  ...['ar', 'fr'].flatMap((locale) =>
    ['width', 'axe', 'sniffer', 'dark', 'narrow'].map((check) => `${locale} ${check}`),
  ),
  'en width',
].toSorted()

const checked = (visits: readonly Visit[]) =>
  [...new Set(visits.flatMap(({ locale, checks }) => ['width', ...checks].map((check) => `${locale} ${check}`)))].sort()

it('opens each template in every language, width and checker within six commits in a row, from any commit on', () => {
  expect(NAMES.length).toBeGreaterThan(300)
  for (const name of NAMES)
    for (let first = 0; first < TURNS; first++) {
      const commits = Array.from({ length: TURNS }, (_, n) => (first + n) % TURNS)
      expect(checked(commits.flatMap((turn) => visitsOf(name, turn)))).toEqual(COMBINATIONS)
    }
})

it('opens each template once in a turn, and in all languages within three', () => {
  for (const name of NAMES)
    for (let first = 0; first < TURNS; first++) {
      const visits = [0, 1, 2].map((n) => visitsOf(name, (first + n) % TURNS))
      expect(visits.map((each) => each.length)).toEqual([1, 1, 1])
      expect(visits.flatMap((each) => each.map(({ locale }) => locale)).sort()).toEqual(['ar', 'en', 'fr'])
    }
})

it('checks everything in a full run', () => {
  expect(checked(visitsOf('home', 'all'))).toEqual(COMBINATIONS)
})
