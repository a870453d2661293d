import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { filesIn } from './files-in'
import { refusedIn } from './internals'

const ROOMS = ['app', 'components', 'demo', 'domain', 'i18n', 'scripts', 'server']

const one = (text: string, file = 'server/a.ts') => refusedIn([{ file, text }])

it.each([
  ['an import of next/dist', "import { x } from 'next/dist/server/base-server'"],
  ['an import of next/dist', "import type { X } from 'next/dist/shared/lib/x'"],
  ['an import of next/dist', "export { x } from 'next/dist/x'"],
  ['an import of next/dist', "const x = await import('next/dist/x')"],
  ['an import of next/dist', "const x = require('next/dist/x')"],
  ['an import of next/dist', "const x = require.resolve('next/dist/x')"],
  ['an import of next/dist', "import x from '../node_modules/next/dist/x.js'"],
  ['an import of next/dist', "type X = import('next/dist/x').X"],
  ['an unstable_ name', "import { unstable_cache as cache } from 'next/cache'"],
  ['an unstable_ name', 'cache.unstable_after()'],
  ['an unstable_ name', "const options = { 'unstable_flag': true }"],
  ["'use client'", "'use client'"],
  ["'use server'", "async function act() { 'use server' }"],
  ['a patched ServerResponse', 'response.end = () => {}'],
  ['a patched ServerResponse', "response['writeHead'] = head"],
  ['a patched ServerResponse', 'ServerResponse.prototype.write = write'],
  ['a patched ServerResponse', "Object.defineProperty(response, 'statusCode', { get })"],
  ['a patched ServerResponse', 'Object.assign(response, { flushHeaders() {} })'],
  ['a patched ServerResponse', "Reflect.set(response, 'setHeader', set)"],
])('refuses %s: %s', (rule, text) => {
  expect(one(text)).toEqual([`server/a.ts:1 ${rule}`])
})

it.each([
  "import next from 'next'",
  "const said = 'use client and next/dist: react-dom, globalThis'",
  '// globalThis, unstable_cache, next/dist',
  'response.statusCode = 404',
  "response.setHeader('x', '1')",
  'const { end } = response',
  'if (range.end === 5) stop()',
  "Object.assign(document.body, { title: 'end' })",
  "Object.defineProperty(window, 'name', { value: 1 })",
])('accepts: %s', (text) => {
  expect(one(text)).toEqual([])
})

it('lets server/http wrap a response', () => {
  expect(one('response.end = end', 'server/http/compression.ts')).toEqual([])
})

it.each([
  ['an import of react-dom', "import { renderToStaticMarkup } from 'react-dom/server'"],
  ['globalThis', 'globalThis.kept ??= new Map()'],
])('accepts %s in one file, and refuses it in two', (rule, text) => {
  const twice = { file: 'server/a.ts', text: `${text}\n${text}` }

  expect(refusedIn([twice])).toEqual([])
  expect(refusedIn([twice, { file: 'app/b.ts', text }])).toEqual([
    `server/a.ts:1 ${rule}`,
    `server/a.ts:2 ${rule}`,
    `app/b.ts:1 ${rule}`,
  ])
})

it('finds none of them in this project', () => {
  const atRoot = readdirSync('.').filter((file) => /\.(ts|mjs)$/.test(file) && !file.endsWith('.d.ts'))
  const files = [
    ...filesIn(ROOMS, ['.ts', '.tsx', '.mjs']),
    ...atRoot.map((file) => ({ file, text: readFileSync(file, 'utf8') })),
  ]

  expect(files.length).toBeGreaterThan(900)
  expect(refusedIn(files)).toEqual([])
})

it('has no page file of Next’s: every address is a route handler', () => {
  const files = filesIn(['app'], ['.ts', '.tsx']).map(({ file }) => file)
  const special = /\/(page|layout|template|loading|error|global-error|not-found|default)\.tsx?$/

  expect(special.test('app/http/page.ts')).toBe(true)
  expect(files.filter((file) => special.test(file))).toEqual([])
})
