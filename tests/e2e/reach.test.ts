import { readFileSync } from 'node:fs'
import { DECLARED } from '../support/access/declared'
import type { Role } from '../support/e2e/cast'
import { PAGES, type Pattern, patternOf, reach } from '../support/e2e/reach'
import { sitemap } from '../support/e2e/sitemap'
import { expect, test } from '../support/e2e/test'

const MINUTES = 60_000

/** The file that gives the address of a page to which no other page links. */
const ENTRIES = DECLARED.flatMap(({ address, access }) =>
  typeof access?.entry === 'object' ? [{ address, ...access.entry }] : [],
)
/** Routes that need no way to them. */
const NO_PAGE = DECLARED.filter(({ access }) => access?.entry === 'none').map(({ address }) => address)
/** Forms that the crawl may send. */
const PRESSES = DECLARED.filter(({ access }) => access?.pressed).map(({ address }) => address)
/** This page has the status of an error, but explains what she has to do first. */
const SAYS_WHAT_FIRST = /^unconfirmed: \S+ → \/ar\/join: 403$/

const ROLES: readonly (Role | null)[] = [
  null,
  'unconfirmed',
  'newcomer',
  'reader',
  'sitter',
  'failed',
  'holder',
  // The only person of the cast who has played a simulation to its end.
  'revoked',
  'member',
  'starter',
  'guarded',
  'entrant',
  'testee',
  'asker',
  'administrator',
  'tutor',
  'commissioner',
  'platform',
]

test('every page has a way to it, no link leads to a refusal, and only public pages can be listed', async ({
  request,
  ask,
  baseURL,
  cast,
  login,
  rows,
}) => {
  test.setTimeout(10 * MINUTES)
  // One administrator decides on the proposal of the cast's administrator; another has not given a code in this
  // browser.
  const colleague = await login()
  await rows.empower(colleague, cast.school, ['administrator'])
  const careful = await login()
  await rows.setUpSecondFactor(careful)
  await rows.empower(careful, cast.school, ['administrator'])
  // The result of a grid exists only once it is handed in.
  await rows.handInGrid(cast.holder, 'lanes-of-the-medina')
  // The crawl opens only the first accounts of the list, so these are put first.
  for (const someone of [cast.disabled, cast.guarded, cast.unconfirmed]) await rows.putFirst(someone)
  const people = [...ROLES.map((role) => ({ name: role ?? 'nobody', cookie: role && cast[role].cookie }))]
  people.push({ name: 'colleague', cookie: colleague.cookie }, { name: 'careful', cookie: careful.cookie })

  const reached = new Set<Pattern>()
  const listed = new Set<Pattern>()
  const refused: string[] = []
  for (const { name, cookie } of people) {
    const found = await reach(ask(cookie), new URL(cookie ? '/ar/learning' : '/ar', baseURL), PRESSES)
    for (const pattern of found.patterns) reached.add(pattern)
    for (const pattern of found.listed) listed.add(pattern)
    refused.push(...found.refused.map((line) => `${name}: ${line}`))
  }

  const missing = PAGES.filter((page) => !reached.has(page) && !NO_PAGE.includes(page))
  expect(missing.toSorted()).toEqual(ENTRIES.map(({ address }) => address).toSorted())
  expect(refused.filter((line) => !SAYS_WHAT_FIRST.test(line))).toEqual([])
  const inSitemap = new Set((await sitemap(request)).map(({ address }) => patternOf(new URL(address).pathname)))
  expect([...listed].toSorted()).toEqual([...inSitemap].toSorted())
})

test('the file that links to an otherwise unlinked page still does', () => {
  for (const { file, says } of ENTRIES) expect(readFileSync(file, 'utf8'), file).toContain(says)
})
