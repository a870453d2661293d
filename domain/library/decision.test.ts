import { expect, it } from 'vitest'
import { localized } from '@/tests/support/course-factories'
import { decision } from '@/tests/support/library-factories'
import { decisionSchema } from './decision'

const official = [{ label: localized('court'), url: 'https://www.echr.coe.int/' }]

it.each([
  ['two papers', { papers: 2 as const }, null],
  ['several papers', { papers: 'several' as const }, null],
  ['an official page', { papers: undefined, confidence: 'high' as const, sources: official }, null],
  ['nothing said of the papers, and no official page', { papers: undefined }, 'papers'],
  ['no paper', { papers: 0 }, 'papers'],
  ['a private copy of its text', { papers: undefined, reproduced: true as const }, null],
  ['a private copy of a judgment that was not read', { papers: 1, reproduced: true as const }, 'reproduced'],
  [
    'high confidence in a private copy',
    { papers: undefined, reproduced: true as const, confidence: 'high' as const },
    'confidence',
  ],
  ['high confidence in a judgment that was not read', { papers: 2, confidence: 'high' as const }, 'confidence'],
])('a decision with %s', (_, overrides, refused) => {
  const { success, error } = decisionSchema.safeParse(decision(overrides))

  expect(success).toBe(refused === null)
  expect(error?.issues[0]?.path[0] ?? null).toBe(refused)
})
