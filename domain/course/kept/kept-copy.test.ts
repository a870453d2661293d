import { describe, expect, it } from 'vitest'
import {
  cacheNameOf,
  KEPT_WORKSHEET_PATH,
  keptBriefPath,
  keptPath,
  keptPathFor,
  languageIn,
  readCacheName,
  WORKSHEET_PATH,
} from './kept-copy'

describe('the kept page that replaces a page', () => {
  it.each([
    ['/fr/courses/detection', '/fr/courses/detection/kept'],
    ['/ar/courses/detection/lessons/signs', '/ar/courses/detection/kept/signs'],
    ['/fr/courses/detection/exam', null],
    ['/fr/courses/detection/exam/result', null],
    ['/fr/courses/detection/lessons/signs/practice', null],
    ['/ar/practice/worksheet', '/ar/practice/worksheet/kept'],
    ['/ar/practice/worksheet/night', null],
    ['/ar/practice', null],
    ['/ar/library/briefs/custody', '/ar/library/briefs/custody/kept'],
    ['/ar/library/briefs', null],
    ['/ar/library/models/operative-part', null],
    ['/fr/courses', null],
    ['/fr/account', null],
    ['/api/courses/detection', null],
  ])('%s → %s', (asked, kept) => {
    expect(keptPathFor(asked)).toBe(kept)
  })

  it('is at the path that the copy has for the lesson', () => {
    expect(keptPathFor('/en/courses/detection/lessons/signs')).toBe(`/en${keptPath('detection', 'signs')}`)
    expect(keptPathFor('/en/courses/detection')).toBe(`/en${keptPath('detection')}`)
    expect(keptPathFor('/en/library/briefs/custody')).toBe(`/en${keptBriefPath('custody')}`)
    expect(keptPathFor(`/en${WORKSHEET_PATH}`)).toBe(`/en${KEPT_WORKSHEET_PATH}`)
  })
})

it('reads the language of an address', () => {
  expect(['/ar', '/fr/account', '/api/health', '/worker.js', '/'].map(languageIn)).toEqual([
    'ar',
    'fr',
    null,
    null,
    null,
  ])
})

it('names the store of a copy so that its course and language can be read, and no other store', () => {
  const name = cacheNameOf({ course: 'detection', locale: 'ar', version: 'a1b2' }, 17)
  expect(readCacheName(name)).toEqual({ course: 'detection', locale: 'ar' })
  expect(readCacheName('workbox-precache-v2')).toBeNull()
})
