import { expect, it } from 'vitest'
import { courseSource, lessonSource, libraryWith, yamlSource } from '@/tests/support/course-factories'
import { signOff } from './sign-off'

it.each([
  ['of the text as it stands', 'hash-ar', 0],
  ['of an older text', 'hash-of-before', 1],
])('a sign-off %s', (_, hash, count) => {
  const sign = { hash, language: 'ar' as const, role: 'legal' as const, date: '2026-11-01', by: 'reader' }
  const lesson = lessonSource({ signoff: yamlSource('signoff.yaml', [sign]) })

  expect(signOff(courseSource({ lessons: [lesson] }), libraryWith())).toHaveLength(count)
})

it('compares a sign-off of the bank with the present bank', () => {
  const sign = { hash: 'of-before', language: 'fr' as const, role: 'legal' as const, date: '2026-11-01', by: 'reader' }
  const bankSignoff = yamlSource('bank/signoff.yaml', [sign])

  expect(signOff(courseSource({ bankSignoff, bankHashes: { fr: 'of-before' } }), libraryWith())).toEqual([])
  expect(signOff(courseSource({ bankSignoff, bankHashes: { fr: 'now' } }), libraryWith())).toHaveLength(1)
})
