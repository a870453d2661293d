import { expect, it } from 'vitest'
import { asked, askedAgain, courseSource, libraryWith, singleChoice } from '@/tests/support/course-factories'
import { factPattern } from './fact-pattern'

it.each([
  [5, 10, []],
  [4, 10, ['warning']],
  [3, 10, ['error']],
  [0, 0, []],
])('%s of %s questions on facts', (onFacts, all, severities) => {
  const bank = Array.from({ length: all }, (_, index) =>
    asked(singleChoice({ id: `q${index}`, pattern: index < onFacts })),
  )

  expect(factPattern(courseSource({ bank }), libraryWith()).map(({ severity }) => severity)).toEqual(severities)
})

it('applies the same rule to the second forms', () => {
  const second = [askedAgain(singleChoice({ pattern: false }))]
  const bank = [asked(singleChoice({ id: 'q2', pattern: true }))]

  expect(factPattern(courseSource({ bank, second }), libraryWith())).toMatchObject([{ path: 'second.yaml' }])
})
