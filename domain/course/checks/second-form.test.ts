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
  told,
} from '@/tests/support/course-factories'
import { secondForm } from './second-form'

/** Texts that no other question has: a second form may not repeat those of a first form. */
const own = (word: string) => ({
  stem: localized(`stem ${word}`),
  explanation: localized(`explanation ${word}`),
  options: ['a', 'b'].map((id) => ({ ...option(id), feedback: localized(`feedback ${id} ${word}`) })),
})
const practised = asked(singleChoice({ id: 'offence-p1' }), { lesson: 'offence' })
const examined = asked(singleChoice({ id: 'qualify-01', ...own('examined') }))
const again = (overrides: Parameters<typeof singleChoice>[0] = {}, after = 'offence-p1') =>
  askedAgain(singleChoice({ id: 'offence-s1', ...own('again'), ...overrides }), after)
const found = (...second: ReturnType<typeof again>[]) =>
  told(
    secondForm(
      courseSource({ lessons: [lessonSource({ practice: [practised] })], bank: [examined], second }),
      libraryWith(),
    ),
  )

it.each(['offence-p1', 'qualify-01'])('may follow a question of the practice or of the bank: %s', (after) => {
  expect(found(again({}, after))).toEqual([])
})

it.each([
  ['nothing', ''],
  ['a question that is not there', 'offence-p9'],
  ['another second form', 'offence-s1'],
])('may not follow %s', (_, after) => {
  expect(found(again({}, after))).toEqual([
    `second.yaml:7 “${after}” under “after:” is no practice or exam question of this course: name the one whose objective offence-s1 shares`,
  ])
})

it('must have the objective of the question that it follows', () => {
  expect(found(again({ objective: 'penalty' }))[0]).toContain('whose objective is “qualify”')
})

it('must cite a provision of that question, in any paragraph', () => {
  const options = own('again').options.map((each) => ({ ...each, cites: ['cp-16'] }))

  expect(found(again({ cites: ['cp-448-1#4'], options }))).toEqual([])
  expect(found(again({ cites: ['cp-16'], options }))[0]).toContain('cites no provision of “offence-p1”')
})

it.each([
  ['the question', { stem: localized('STEM examined') }],
  ['the explanation', { explanation: { ...own('again').explanation, fr: localized('explanation examined').fr } }],
  ['a feedback', { options: own('examined').options }],
])('does not repeat %s of any first form, in any language', (_, copied) => {
  expect(found(again(copied))[0]).toContain('repeats a sentence of “qualify-01”')
})

it('may have the same answers, such as a penalty', () => {
  const options = own('again').options.map((each) => ({ ...each, text: localized(each.id) }))

  expect(found(again({ options }))).toEqual([])
})

it('leaves an unreadable form to the schema', () => {
  expect(found(askedAgain(null, 'offence-p1'))).toEqual([])
})
