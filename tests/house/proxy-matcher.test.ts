import { readdirSync } from 'node:fs'
import path from 'node:path'
import { unstable_doesMiddlewareMatch as doesMatch } from 'next/experimental/testing/server'
import { expect, it, vi } from 'vitest'
import { config } from '@/proxy'

// Only Next's own bundler can load it.
vi.mock('next-intl/middleware', () => ({ default: () => undefined }))

const matches = (url: string) => doesMatch({ config, url })

/** Addresses of the files named `file`, each in French. */
function addresses(file: RegExp): string[] {
  return readdirSync('app/[locale]', { recursive: true, encoding: 'utf8' })
    .filter((name) => file.test(name))
    .map((name) => path.dirname(name).split('/'))
    .map((folders) => ['/fr', ...folders.filter((folder) => !/^(\(.*\)|\.)$/.test(folder))].join('/'))
}

it.each(addresses(/(^|\/)page\.tsx$/))('gives the policy of its scripts to the page %s', (address) => {
  expect(matches(address)).toBe(true)
})

it.each(addresses(/(^|\/)route\.tsx?$/))('leaves the document %s to its own policy', (address) => {
  expect(matches(address)).toBe(false)
})

it.each(['/', '/courses', '/verify/7F3K', '/de/courses', '/arabic'])('finds a language for %s', (address) => {
  expect(matches(address)).toBe(true)
})

it.each([
  '/_next/static/x.js',
  '/api/health',
  '/assets/site.css',
  '/fonts/a.woff2',
  '/share/ar.png',
  '/icon.svg',
  '/leave.html',
  '/robots.txt',
  '/sitemap.xml',
])('does not look at %s', (address) => {
  expect(matches(address)).toBe(false)
})
