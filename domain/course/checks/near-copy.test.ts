import { expect, it } from 'vitest'
import {
  asked,
  askedAgain,
  courseSource,
  lessonSource,
  libraryWith,
  localized,
  option,
  singleChoice,
} from '@/tests/support/course-factories'
import { nearCopy } from './near-copy'

const options = ['the guard took money', 'the owner kept papers', 'nobody knew'].map((text, at) => ({
  ...option('abc'[at] ?? ''),
  text: localized(text),
}))
const question = (id: string, stem: string) => singleChoice({ id, stem: localized(stem), options })
const lessons = [
  lessonSource({ practice: [asked(question('p1', 'A guard at the port lets a van pass. What is proved?'))] }),
]

it('reports a question of the bank that is a practice question with a few words changed', () => {
  const bank = [asked(question('q1', 'A guard at the airport lets a lorry pass. What is proved?'))]
  const found = nearCopy(courseSource({ lessons, bank }), libraryWith())

  expect(found).toHaveLength(3)
  expect(found[0]).toMatchObject({ severity: 'warning', message: expect.stringContaining('“p1”') })
})

it('compares the second forms, too', () => {
  const second = [askedAgain(question('s1', 'A guard at the airport lets a lorry pass. What is proved?'))]

  expect(nearCopy(courseSource({ lessons, second }), libraryWith())).toHaveLength(3)
})

it('accepts another question on the same matter', () => {
  const other = singleChoice({ id: 'q1', stem: localized('A guard is heard. Which court may hold the trial?') })

  expect(nearCopy(courseSource({ lessons, bank: [asked(other)] }), libraryWith())).toEqual([])
})
