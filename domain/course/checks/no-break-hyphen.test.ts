import { expect, it } from 'vitest'
import { libraryWith, run } from '@/tests/support/course-factories'
import { noBreakHyphen } from './no-break-hyphen'

it.each([
  ['an ordinary hyphen', 'article 448-1', 0],
  ['U+2011', 'article 448\u20111', 1],
])('%s', (_, text, count) => {
  expect(noBreakHyphen([run('fr', text)], libraryWith())).toHaveLength(count)
})
