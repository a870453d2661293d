import { expect, it } from 'vitest'
import { PRACTICE_KINDS } from './practice-kind'
import { countPractice, practiceRefOf, practiceRefSchema, readPracticeRef } from './practice-ref'

it('reads the name of a practice, and writes the same again', () => {
  const named = PRACTICE_KINDS.map((kind) => practiceRefOf(kind, 'roof-room'))
  expect(named).toEqual(['roof-room', 'roof-room', 'worksheet/roof-room', 'referral/roof-room'])
  expect(named.map(readPracticeRef)).toEqual([
    { kind: 'file', id: 'roof-room' },
    { kind: 'file', id: 'roof-room' },
    { kind: 'worksheet', id: 'roof-room' },
    { kind: 'referral', id: 'roof-room' },
  ])
  for (const ref of named) expect(practiceRefSchema.safeParse(ref).success).toBe(true)
})

it.each(['grid/roof-room', 'worksheet/', '/roof-room', 'worksheet/a/b', 'Roof', '../roof', ''])(
  'refuses “%s”',
  (ref) => {
    expect(practiceRefSchema.safeParse(ref).success).toBe(false)
  },
)

it('counts each file that a course offers or requires once, and ignores other practice', () => {
  const cases = [{ file: { id: 'roof-room' } }, { file: { id: 'lanes' } }]
  const file = { practice: ['lanes', 'worksheet/lanes', 'referral/s-begging'] }
  const practised = [
    { kind: 'grid', caseId: 'lanes' },
    { kind: 'worksheet', caseId: 'roof-room' },
    { kind: 'referral', caseId: 's-begging' },
  ] as const
  expect(countPractice({ cases, file }, practised)).toEqual({ done: 2, total: 4 })
  expect(countPractice({ cases, file: {} }, practised)).toEqual({ done: 1, total: 2 })
  expect(countPractice({ file: {} }, practised)).toBeNull()
})
