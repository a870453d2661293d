import { expect, it } from 'vitest'
import { filesIn } from './files-in'

const ROOMS = ['app', 'components', 'demo', 'domain', 'i18n', 'scripts', 'server']
const FILES = filesIn(ROOMS, ['.ts', '.tsx', '.mjs'])

/** What rests on the inside of a package breaks at one of its updates; each has at most one file. */
const RULES: [what: string, pattern: RegExp, allowed: readonly string[]][] = [
  ['React’s renderer', /['"]react-dom/, ['server/content/render-once.ts']],
  ['Next’s own files', /(from|import\(|require\()\s*['"]next\/dist/, []],
  ['what a package calls unstable', /\bunstable_/, []],
  ['React in the browser', /^['"]use client['"]/m, []],
  ['server actions', /^\s*['"]use server['"]/m, []],
  ['the global object', /\bglobalThis\b/, ['server/once-in-process.ts']],
]

const filesWith = (pattern: RegExp) => FILES.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

it('reads every room', () => {
  expect(FILES.length).toBeGreaterThan(500)
})

it.each(RULES)('keeps %s out', (_, pattern, allowed) => {
  expect(filesWith(pattern).filter((file) => !allowed.includes(file))).toEqual([])
})

it.each([
  ["import { renderToStaticMarkup } from 'react-dom/server'", 0],
  ["import x from 'next/dist/server/next'", 1],
  ["import { unstable_cache } from 'next/cache'", 2],
  ["'use client'\n", 3],
  ["async function save() {\n  'use server'\n}", 4],
] as const)('would find %s', (planted, rule) => {
  expect(RULES[rule]?.[1].test(planted)).toBe(true)
})

it('has no page of Next’s own', () => {
  const pages = filesIn(['app'], ['.ts', '.tsx', '.js', '.jsx']).map(({ file }) => file)
  expect(
    pages.filter((file) => /\/(page|layout|template|loading|error|not-found|default)\.[jt]sx?$/.test(file)),
  ).toEqual([])
})
