import { describe, expect, it } from 'vitest'
import { localized } from '@/tests/support/course-factories'
import { announcedTo, type ChangedRelease, differingSentences, type ReadLesson, touches } from './announced'
import type { Change, ChangeWeight } from './changes'

const day = (n: number) => new Date(Date.UTC(2026, 10, n))
const change = (weight: ChangeWeight, block: number, lesson = 'offence'): Change => ({
  weight,
  lesson,
  block,
  blockBefore: block,
  question: null,
  before: localized('before'),
  after: localized('after'),
})
const release = (number: number, correction: boolean, ...items: Change[]): ChangedRelease => ({
  id: `release ${number}`,
  number,
  publishedAt: day(number),
  changes: { correction, items },
})
const read = (more: Partial<ReadLesson> = {}): ReadLesson => ({
  lessonId: 'offence',
  block: 5,
  openedAt: day(1),
  completedAt: null,
  endReached: false,
  ...more,
})
const told = (releases: ChangedRelease[], ...lessons: ReadLesson[]) =>
  announcedTo(releases, lessons).map(({ releaseId, change: { block } }) => `${releaseId} b${block}`)

describe('a correction is announced', () => {
  const corrected = [release(2, true, change('correction', 3), change('editorial', 4), change('correction', 9))]

  it('to a learner who had read the passage, but not if the passage was only reworded', () => {
    expect(told(corrected, read())).toEqual(['release 2 b3'])
    expect(told(corrected, read({ endReached: true }))).toEqual(['release 2 b3', 'release 2 b9'])
    expect(told(corrected, read({ block: 0, completedAt: day(1) }))).toHaveLength(2)
  })

  it('to nobody who opened the lesson after the correction, or never', () => {
    expect(told(corrected, read({ openedAt: day(2), endReached: true }))).toEqual([])
    expect(told(corrected)).toEqual([])
    expect(told(corrected, read({ lessonId: 'victims', endReached: true }))).toEqual([])
  })

  it('with the release that brings it to the learner, if the correcting release reached nobody', () => {
    const releases = [release(2, false, change('correction', 3)), release(4, true)]

    expect(told(releases, read({ openedAt: day(3) }))).toEqual(['release 2 b3'])
    expect(told(releases.slice(0, 1), read())).toEqual([])
  })
})

describe('the sentences that differ', () => {
  it.each([
    ['one in the middle', 'One. Two. Three.', 'One. 2. Three.', 'Two.', '2.'],
    ['an Arabic question', 'أولا. من؟ ثالثا.', 'أولا. متى؟ ثالثا.', 'من؟', 'متى؟'],
    ['one that was added', 'One. Three.', 'One. Two. Three.', '', 'Two.'],
    ['one that was taken away', 'One. Two.', 'One.', 'Two.', ''],
    ['all', 'One', 'Two', 'One', 'Two'],
    ['none', 'One.', 'One.', '', ''],
  ])('are %s', (_, before, after, was, is) => {
    expect(differingSentences(before, after)).toEqual({ before: was, after: is })
  })

  it('may stand in one language alone', () => {
    const before = localized('x')
    const one = { before, after: { ...before, ar: 'آخر' } }
    expect([touches(one, 'ar'), touches(one, 'fr')]).toEqual([true, false])
    expect(touches({ before: null, after: before }, 'fr')).toBe(true)
  })
})
