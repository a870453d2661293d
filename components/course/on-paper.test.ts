import { expect, it } from 'vitest'
import { isOnPaper } from './on-paper'

const read = { cites: ['cp-1#2', 'cp-1#3.2', 'cp-2', 'cp-3#1', 'doc-guide'], laws: ['cp-1#2', 'cp-3'] }

it.each<[string, string[], boolean, string]>([
  ['cp-1', ['2'], false, 'is quoted in the text'],
  ['cp-1', ['1'], false, 'is not cited'],
  ['cp-1', ['3.2'], true, 'is cited'],
  ['cp-1', ['3'], true, 'begins the list of a cited item'],
  ['cp-1', ['3.1'], false, 'is another item of the list'],
  ['cp-1', ['1', '3.2'], true, 'shares its row with a cited one'],
  ['cp-2', ['1'], true, 'is part of an article cited as a whole'],
  ['cp-3', ['1'], false, 'is part of an article quoted as a whole'],
])('on paper, %s with the paragraphs %j is printed: %s, since it %s', (provision, paragraphs, printed) => {
  expect(isOnPaper(read, provision, paragraphs)).toBe(printed)
})
