import { describe, expect, it } from 'vitest'
import {
  asked,
  askedAgain,
  courseSource,
  libraryWith,
  option,
  singleChoice,
  told,
} from '@/tests/support/course-factories'
import { earnedBy, TRICKS, testWiseness } from './test-wiseness'

const [leavingOut, taking] = Object.values(TRICKS) as [(typeof TRICKS)[string], (typeof TRICKS)[string]]

function question(id: string, options: readonly string[], correct = 'a') {
  const letters = ['a', 'b', 'c', 'd']
  return asked(
    singleChoice({
      id,
      options: options.map((text, at) => option(letters[at] ?? '', { ar: text, fr: text, en: text })),
      correct: [correct],
    }),
  )
}

const bankOf = (...bank: ReturnType<typeof question>[]) => courseSource({ bank })
const EVEN = ['un', 'deux', 'trois', 'quatre, la plus longue']

describe('leaving out the longest option and those that give a reason', () => {
  it.each([
    ['ar', 'لا، لأن النص لا يشمله'],
    ['ar', 'لا، ما دامت الضحية راضية'],
    ['fr', 'Non, puisqu’elle a consenti'],
    ['fr', 'Non, car le texte l’exclut'],
    ['en', 'No, because she agreed'],
    ['en', 'No, since the text leaves it out'],
  ] as const)('takes a reason in %s: %s', (locale, reason) => {
    const course = bankOf(question('q', ['un', 'deux', reason, 'la plus longue de toutes, et de loin, sans raison']))

    expect(earnedBy(leavingOut, locale, [course])).toEqual([{ id: 'q', chance: 1 / 2 }])
  })

  it('earns nothing if the key is the longest option, and a guess if all are of equal length', () => {
    const course = bankOf(question('longest', EVEN, 'd'), question('alike', ['aa', 'bb', 'cc', 'dd']))

    expect(earnedBy(leavingOut, 'fr', [course]).map(({ chance }) => chance)).toEqual([0, 1 / 4])
  })

  it('counts the second forms with the banks', () => {
    const second = [askedAgain(question('again', EVEN, 'd').value)]

    expect(earnedBy(leavingOut, 'fr', [courseSource({ second })])).toEqual([{ id: 'again', chance: 0 }])
  })

  it('measures the text of a citation, not its markup', () => {
    const course = bankOf(question('q', [':cite[448-1]{id="cp-448-1#2"}', 'un peu plus long', 'court', 'bref']))

    expect(earnedBy(leavingOut, 'fr', [course])[0]?.chance).toBeCloseTo(1 / 3)
  })
})

describe('taking the option that protects and sets no condition', () => {
  it.each([
    ['ar', 'تأمر فورا بإيوائه'],
    ['fr', 'Elle ordonne aussitôt sa protection'],
    ['en', 'It orders his shelter at once'],
  ] as const)('recognises it in %s', (locale, key) => {
    const course = bankOf(question('q', [key, 'un', 'deux', 'trois']))

    expect(earnedBy(taking, locale, [course])).toEqual([{ id: 'q', chance: 1 }])
  })

  it.each([
    ['ar', 'تأمر بحمايته إلى أن تنتهي المسطرة'],
    ['fr', 'Elle le protège si les parents l’acceptent'],
    ['en', 'It protects him once the parents agree'],
  ] as const)('leaves out a conditional option in %s', (locale, conditional) => {
    const course = bankOf(question('q', ['un', conditional, 'deux', 'trois']))

    expect(earnedBy(taking, locale, [course])).toEqual([{ id: 'q', chance: 1 / 4 }])
  })
})

describe('the check', () => {
  it('counts the banks of all courses together, and names the questions that make guessing pay', () => {
    const telling = courseSource({
      path: 'courses/a',
      bank: [question('telling', ['un', 'deux, car', 'trois', EVEN[3] ?? ''])],
    })
    const silent = courseSource({ path: 'courses/b', bank: [{ ...question('silent', EVEN, 'd'), path: 'b.yaml' }] })

    expect(told(testWiseness([telling], libraryWith()))).toContainEqual(
      'bank.yaml:1 in French, leaving out the longest option and those that give a reason finds 50.0 % of the right answers in the banks (at most 27.0 %): reword the options of some of telling',
    )
    expect(
      testWiseness([telling, silent], libraryWith()).filter(({ message }) => message.startsWith('in French')),
    ).toEqual([])
  })

  it('asks nothing of questions with another number of options, nor of courses without a bank', () => {
    const three = bankOf(asked(singleChoice()))

    expect(testWiseness([three, courseSource()], libraryWith())).toEqual([])
  })
})
