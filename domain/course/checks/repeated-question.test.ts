import { expect, it } from 'vitest'
import {
  asked,
  courseSource,
  lessonSource,
  libraryWith,
  localized,
  singleChoice,
} from '@/tests/support/course-factories'
import { repeatedQuestion } from './repeated-question'

const practised = asked(singleChoice({ id: 'p1', stem: localized('qui est victime ?') }))
const course = (stem: ReturnType<typeof localized>) =>
  courseSource({ lessons: [lessonSource({ practice: [practised] })], bank: [asked(singleChoice({ id: 'q1', stem }))] })

it.each([
  ['another question', localized('qui est auteur ?'), 0],
  ['the same question in the bank', localized('qui est victime ?'), 1],
  ['the same but for punctuation and case', localized('Qui est **victime**'), 1],
  ['the same in one language only', { ...localized('autre'), fr: 'texte qui est victime ?' }, 1],
])('%s', (_, stem, count) => {
  expect(repeatedQuestion(course(stem), libraryWith())).toHaveLength(count)
})
