import { expect, it, vi } from 'vitest'
import { differing, namesWord, read } from './changed-words'
import { ONLY_TOUCHED, TOUCHED, visitsNow, visitsOf } from './template-visits'
import { changesSince, touchedRoutes } from './touched-routes'

const QUESTION = '/[locale]/courses/[course]/exam/[n]'
const VERIFY = '/[locale]/verify'

const touchedBy = async (change: { files?: readonly string[]; words?: readonly string[] }) => {
  const routes = await touchedRoutes({ files: [], words: [], ...change })
  return { routes, question: routes.includes(QUESTION), verify: routes.includes(VERIFY) }
}

it('names the routes that load a changed view, and those in whose folder a file has changed', async () => {
  const view = await touchedBy({ files: ['components/certificate/verify-page.tsx'] })
  expect(view).toMatchObject({ question: false, verify: true })
  const beside = await touchedBy({ files: ['app/[locale]/(public)/verify/states.ts'] })
  expect(beside.routes).toEqual([VERIFY])
})

it('follows style sheets and scripts to the pages that name them', async () => {
  expect(await touchedBy({ files: ['app/styles/exam.css'] })).toMatchObject({ question: true, verify: false })
  const script = await touchedBy({ files: ['components/certificate/verify.entry.ts'] })
  expect(script.routes).toEqual(['/[locale]/verify/[number]'])
})

it('follows words to the views that name them', async () => {
  expect(await touchedBy({ words: ['verify.submit'] })).toMatchObject({ question: false, verify: true })
})

it('counts neither what more than half of the routes load, nor what is no view', async () => {
  const files = [
    'components/shell/shell.tsx',
    'app/styles/base.css',
    'app/styles/print.css',
    'domain/exam/grade-exam.ts',
    'docs/testing.md',
  ]
  expect((await touchedBy({ files })).routes).toEqual([])
})

it('finds the keys of words that were added, changed or taken away', () => {
  const before = read('{"verify": {"title": "Verify", "submit": "Send"}, "gone": "x"}')
  const now = read('{"verify": {"title": "Verify", "submit": "Look up"}, "new": "x"}')
  expect(differing(before, now).toSorted()).toEqual(['gone', 'new', 'verify.submit'])
})

it.each([
  ["t('verify.submit')", true],
  [`t(\`verify.\${state}\`)`, true],
  ["translator(locale, 'errors.verify')", false],
  [`t(\`verified.\${state}\`)`, false],
  ["name('verify')", false],
])('sees in %s whether a source names a key', (source, names) => {
  expect(namesWord(source, ['verify.submit'])).toBe(names)
})

it('opens the templates of a touched route in every state, the others as it is their turn or not at all', () => {
  vi.stubEnv(TOUCHED, `/[locale] ${VERIFY}`)
  expect(visitsNow('certificate', VERIFY, 3)).toEqual(visitsOf('certificate', 'all'))
  expect(visitsNow('exam question', QUESTION, 3)).toHaveLength(1)
  vi.stubEnv(ONLY_TOUCHED, '1')
  expect(visitsNow('certificate', VERIFY, 3)).toEqual(visitsOf('certificate', 'all'))
  expect(visitsNow('exam question', QUESTION, 3)).toEqual([])
})

it('knows no change where there is no tag', () => {
  expect(changesSince(null)).toEqual({ files: [], words: [] })
})
