import { expect, it } from 'vitest'
import { askedAgain, courseSource, libraryWith, singleChoice, told } from '@/tests/support/course-factories'
import { measuringForms } from './measuring-forms'

/** `count` second forms of an objective. The first `measuring` of them are marked as measuring. */
function forms(objective: string, count: number, measuring: number) {
  return Array.from({ length: count }, (_, n) =>
    askedAgain(singleChoice({ id: `${objective}-s${n}`, objective }), 'q1', { measures: n < measuring }),
  )
}
const found = (...second: ReturnType<typeof forms>) => told(measuringForms(courseSource({ second }), libraryWith()))

it('requires six measuring forms if there are twelve second forms or more, and none if there are fewer', () => {
  expect(found()).toEqual([])
  expect(found(...forms('a', 11, 0))).toEqual([])
  expect(found(...forms('a', 12, 6))).toEqual([])
  for (const [count, measuring, wanted] of [
    [11, 6, 0],
    [12, 0, 6],
    [12, 5, 6],
    [14, 7, 6],
  ] as const) {
    expect(found(...forms('a', count, measuring))).toEqual([
      `second.yaml:1 ${measuring} of ${count} second forms have “measures: true”: let ${wanted} have it`,
    ])
  }
})

it('requires for each objective one form to study with', () => {
  expect(found(...forms('a', 11, 5), ...forms('b', 1, 1))).toEqual([
    'second.yaml:1 every second form of “b” has “measures: true”: leave one without, for reviews',
  ])
})
