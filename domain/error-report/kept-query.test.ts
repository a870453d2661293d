import { expect, it } from 'vitest'
import { keptQuery } from './kept-query'

it('keeps the parameters that are needed to find a page again', () => {
  for (const query of [
    '?institution=platform',
    '?account=0198c3f2-4b1d-7c55-9a0e-1f2d3c4b5a69',
    '?text=lesson+fundamentals%2Foffence&language=ar&area=legal',
  ])
    expect(keptQuery(query)).toBe(query)
})

it.each([
  ['a secret', '?token=abc&k=def&key=ghi'],
  ['what somebody typed', '?q=Fatima&email=her@example.ma'],
  ['another site, or a page in a value', '?institution=https%3A%2F%2Fexample.ma%3Fa&account=%3Cscript%3E'],
  ['what is too long', `?text=${'a'.repeat(200)}`],
  ['nothing', ''],
])('leaves out %s', (_, query) => {
  expect(keptQuery(query)).toBe('')
})
