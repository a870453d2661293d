import { expect, it } from 'vitest'
import { PRACTICE_KINDS } from './practice-kind'
import { practiceRefOf, practiceRefSchema, readPracticeRef } from './practice-ref'

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
