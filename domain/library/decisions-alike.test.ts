import { expect, it } from 'vitest'
import { decision } from '@/tests/support/library-factories'
import { decisionsAlike } from './decisions-alike'

const found = (keywords: string[], decisions: Parameters<typeof decisionsAlike>[1]) =>
  decisionsAlike(keywords, decisions).map(({ decision: { id }, shared }) => [id, ...shared])

it('sorts decisions by what they share with a file, and counts a rare keyword more', () => {
  const decisions = [
    decision({ id: 'common', keywords: ['child', 'begging'] }),
    decision({ id: 'rare', keywords: ['child', 'disability'] }),
    decision({ id: 'all', keywords: ['disability', 'begging', 'child'] }),
    decision({ id: 'other', keywords: ['begging', 'consent'] }),
  ]
  expect(found(['child', 'begging', 'disability'], decisions)).toEqual([
    ['all', 'child', 'begging', 'disability'],
    ['rare', 'child', 'disability'],
    ['common', 'child', 'begging'],
  ])
})

it('shows no decision that shares one keyword only, and at most three', () => {
  expect(found(['child'], [decision({ id: 'a', keywords: ['child', 'begging'] })])).toEqual([])
  const same = ['a', 'b', 'c', 'd'].map((id) => decision({ id, keywords: ['child', 'begging'] }))
  expect(found(['child', 'begging'], [...same, decision({ id: 'e', keywords: ['consent', 'penalty'] })])).toHaveLength(
    3,
  )
})

it('puts the Moroccan decision first among equals, then the newest', () => {
  const keywords = ['child', 'begging']
  const decisions = [
    decision({ id: 'abroad', origin: 'abroad', date: '2025', keywords }),
    decision({ id: 'undated', origin: 'morocco', date: null, keywords }),
    decision({ id: 'older', origin: 'morocco', date: '2020-05', keywords }),
    decision({ id: 'newer', origin: 'morocco', date: '2024', keywords }),
  ]
  expect(found(keywords, decisions).map(([id]) => id)).toEqual(['newer', 'older', 'undated'])
})
