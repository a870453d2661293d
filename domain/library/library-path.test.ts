import { expect, it } from 'vitest'
import { libraryWith } from '@/tests/support/course-factories'
import { decision } from '@/tests/support/library-factories'
import { libraryPath } from './library-path'

const store = libraryWith({ decisions: { 'ma-tanger-2024': decision({ id: 'ma-tanger-2024' }) } })

it.each([
  ['an article', 'cp-448-1', '/library/law/cp-448-1'],
  ['a paragraph', 'cp-448-1#2', '/library/law/cp-448-1#p2'],
  ['an item', 'cp-448-4#1.2', '/library/law/cp-448-4#p1.2'],
  ['a decision', 'ma-tanger-2024', '/library/cases/ma-tanger-2024'],
  ['nothing of the library', 'cp-999', null],
  ['no citation at all', '?', null],
])('finds the page of %s', (_, id, path) => {
  expect(libraryPath(store, id)).toBe(path)
})
