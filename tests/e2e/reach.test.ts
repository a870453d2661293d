import { readFileSync } from 'node:fs'
import type { Role } from '../support/e2e/cast'
import { PAGES, type Pattern, patternOf, reach } from '../support/e2e/reach'
import { sitemap } from '../support/e2e/sitemap'
import { expect, test } from '../support/e2e/test'

const MINUTES = 60_000

/**
 * Pages without a link from another page, with the file that gives their address: a letter, the code on a
 * room’s screen, a form that needs a choice, another address of the same file, or the documentation.
 */
const ENTERED_BY: Record<Pattern, { file: string; says: string }> = {
  '/[locale]/c/[room]': {
    file: 'server/seminar/attendance/room.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of the file
    says: '${base}/${halfDayId}?k=',
  },
  '/[locale]/cohorts/[cohort]/people/act/[act]': {
    file: 'app/[locale]/(teach)/cohorts/[cohort]/people/act/route.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of the file
    says: 'people/act/${act}',
  },
  // This page exists only once the law of a course has changed.
  '/[locale]/certificates/[number]/law': {
    file: 'components/certificate/law-offer-notice.tsx',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of the file
    says: '/certificates/${offer.number}/law',
  },
  // The buttons of a question lead to it.
  '/[locale]/courses/[course]/exam/check': { file: 'components/exam/question-map.tsx', says: 'value="check"' },
  '/[locale]/courses/[course]/corrections': { file: 'server/course/tell-corrections.ts', says: '/corrections`' },
  '/[locale]/invitation': { file: 'server/cohort/invite.ts', says: '/invitation`' },
  '/[locale]/letters/stop': { file: 'server/mail/stop-link.ts', says: '/letters/stop`' },
  '/[locale]/offer': { file: 'server/institution/tell-offered.ts', says: '/offer`' },
  '/[locale]/learning/review/question': {
    file: 'server/review/review-link.ts',
    says: '/learning/review/question?token=',
  },
  '/[locale]/s/[token]': { file: 'server/survey/survey-link.ts', says: '/s/' },
  '/[locale]/seminars/[seminar]/ics': { file: 'next.config.mjs', says: '/:locale/seminars/:seminar/ics' },
  // Only reviewers reach these pages, and the crawl signs in as none.
  '/[locale]/review/[kind]/[key]/[lang]/source': { file: 'components/editorial/review-frame.tsx', says: '/source`' },
  '/[locale]/review/[kind]/[key]/[lang]/sign': { file: 'components/editorial/text-view.tsx', says: '/sign?area=' },
  '/[locale]/review/[kind]/[key]/[lang]/withdraw': {
    file: 'components/editorial/history-view.tsx',
    says: '/withdraw?signature=',
  },
  '/[locale]/review/[kind]/[key]/[lang]/proposals/[proposal]': {
    file: 'components/editorial/history-view.tsx',
    says: '/proposals/',
  },
  '/[locale]/review/[kind]/[key]/[lang]/source/all': { file: 'components/editorial/source-page.tsx', says: '/all`' },
  '/[locale]/review/[kind]/[key]/[lang]/question': {
    file: 'components/editorial/new/new-texts-page.tsx',
    says: '/question`',
  },
  '/[locale]/review/new/[course]/lesson': { file: 'components/editorial/new/new-texts-page.tsx', says: '/lesson`' },
  '/[locale]/review/new/[course]/translation': {
    file: 'components/editorial/new/new-texts-page.tsx',
    says: '/translation`',
  },
  '/[locale]/styleguide': { file: 'docs/features/pages.md', says: '/styleguide`' },
}
/**
 * Routes without a page of their own: the 404 route, those for shortened and for earlier addresses, and forms of other
 * pages.
 */
const NO_PAGE: readonly Pattern[] = [
  '/[locale]/seminars/[seminar]/survey/[when]',
  '/[locale]/[...rest]',
  '/[locale]/cohorts',
  '/[locale]/cohorts/[cohort]/archive',
  '/[locale]/review/question',
  '/[locale]/seminars/[seminar]/attendance/close',
]
/** Forms that the crawl may send: they store the figures of a day, and sending them again changes nothing. */
const PRESSES: readonly Pattern[] = ['/[locale]/national/keep', '/[locale]/institutions/[institution]/report/keep']
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
  expect(missing.toSorted()).toEqual(Object.keys(ENTERED_BY).toSorted())
  expect(refused.filter((line) => !SAYS_WHAT_FIRST.test(line))).toEqual([])
  const inSitemap = new Set((await sitemap(request)).map(({ address }) => patternOf(new URL(address).pathname)))
  expect([...listed].toSorted()).toEqual([...inSitemap].toSorted())
})

test('the file that links to an otherwise unlinked page still does', () => {
  for (const { file, says } of Object.values(ENTERED_BY)) expect(readFileSync(file, 'utf8'), file).toContain(says)
})
