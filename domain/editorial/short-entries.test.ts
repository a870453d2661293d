import { expect, it } from 'vitest'
import { readShortPath, readTicked, SHORT_AT_ONCE, type Ticked, writeTicked } from './short-entries'

const ONE: Ticked = { key: { kind: 'pathway', id: 'steps/first-contact' }, hash: 'abc', seen: 'x y' }

function formOf(entries: readonly string[]) {
  const form = new FormData()
  for (const entry of entries) form.append('entry', entry)
  return form
}

it('reads the ticks that its page wrote, each once', () => {
  const two = { ...ONE, hash: 'def', seen: '' }
  expect(readTicked(formOf([ONE, two, ONE].map(writeTicked)), 'pathway')).toEqual([ONE, two])
  expect(readTicked(formOf([]), 'pathway')).toEqual([])
})

it('refuses ticks that no page wrote, and more than a page shows', () => {
  for (const entry of ['', 'id-without-hash', '../x abc', `a ${'x'.repeat(129)}`]) {
    expect(readTicked(formOf([entry]), 'term'), entry).toBeNull()
  }
  const many = Array.from({ length: SHORT_AT_ONCE + 1 }, (_, at) => `term-${at} abc`)
  expect(readTicked(formOf(many), 'term')).toBeNull()
  expect(readTicked(formOf(many.slice(1)), 'term')).toHaveLength(SHORT_AT_ONCE)
})

it('has an address for short kinds alone', () => {
  expect(readShortPath('term', 'ar')).toEqual({ kind: 'term', language: 'ar' })
  for (const [kind, language] of [
    ['lesson', 'ar'],
    ['law', 'fr'],
    ['term', 'de'],
  ] as const) {
    expect(readShortPath(kind, language)).toBeNull()
  }
})
