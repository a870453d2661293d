import { expect, it } from 'vitest'
import type { TextKey } from '@/domain/signoff/text-key'
import { pathFault } from './proposed-path'

const LESSON: TextKey = { kind: 'lesson', id: 'fundamentals/offence' }
const TERM: TextKey = { kind: 'term', id: 'coercion' }

it.each<[string, TextKey]>([
  ['courses/fundamentals/offence/fr.md', LESSON],
  ['courses/fundamentals/course.yaml', LESSON],
  ['courses/fundamentals/cases/new-file/case.yaml', LESSON],
  ['library/glossary.yaml', TERM],
  ['library/law/penal-code/cp-448-1.yaml', TERM],
])('lets %s be written', (file, key) => {
  expect(pathFault(file, key)).toBeNull()
})

it.each<[string, TextKey]>([
  ['courses/fundamentals/../../package.json', LESSON],
  ['courses/fundamentals/offence/../../../start.yaml', LESSON],
  ['/etc/passwd', LESSON],
  ['courses/fundamentals/.git/config.yaml', LESSON],
  ['courses/fundamentals/offence/fr.md\u0000.yaml', LESSON],
  ['courses//fundamentals/fr.md', LESSON],
  ['courses/fundamentals/offence/run.mjs', LESSON],
  ['courses\\fundamentals\\fr.md', LESSON],
  ['server/env.yaml', LESSON],
  ['courses/fundamentals/offence/fr.md\n', LESSON],
])('lets nothing be written to %j', (file, key) => {
  expect(pathFault(file, key)).toBe('is no file of a course or of the library')
})

it.each<[string, TextKey]>([
  ['courses/fundamentals/offence/signoff.yaml', LESSON],
  ['courses/fundamentals/bank/signoff.yaml', LESSON],
  ['library/glossary.signoff.yaml', TERM],
])('writes no sign-off by a proposal: %s', (file, key) => {
  expect(pathFault(file, key)).toContain('ledger')
})

it.each<[string, TextKey]>([
  ['courses/detection/online/fr.md', LESSON],
  ['courses/fundamentals-two/offence/fr.md', LESSON],
  ['library/glossary.yaml', LESSON],
  ['courses/fundamentals/offence/fr.md', TERM],
])('keeps a proposal to the part of its text: %s', (file, key) => {
  expect(pathFault(file, key)).toContain('is outside')
})
