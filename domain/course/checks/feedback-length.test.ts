import { expect, it } from 'vitest'
import {
  asked,
  askedAgain,
  courseSource,
  libraryWith,
  localized,
  option,
  singleChoice,
} from '@/tests/support/course-factories'
import { feedbackLength } from './feedback-length'

const said = (id: string, length: number) => ({
  ...option(id),
  feedback: { ...localized(''), ar: text(length), fr: text(200), en: text(200) },
})
const text = (length: number) => 'x'.repeat(length)
const question = (...lengths: number[]) =>
  singleChoice({ options: lengths.map((length, at) => said('abcd'[at] ?? '', length)) })

it.each([
  ['long enough', question(20, 180, 180, 400), 0],
  ['too short in one language', question(400, 179, 179, 20), 1],
  ['between two values', question(100, 170, 189, 400), 1],
])('%s', (_, key, count) => {
  const found = feedbackLength(courseSource({ bank: [asked(key)] }), libraryWith())

  expect(found).toHaveLength(count)
  for (const { severity, message } of found) expect(`${severity}: ${message}`).toMatch(/^warning: in Arabic/)
})

it('measures the second forms by themselves', () => {
  const bank = [asked(question(300, 300, 300))]
  const second = [askedAgain(question(20, 20, 20))]

  expect(feedbackLength(courseSource({ bank, second }), libraryWith())).toMatchObject([{ path: 'second.yaml' }])
})
