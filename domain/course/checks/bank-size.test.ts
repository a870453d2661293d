import { expect, it } from 'vitest'
import { testBlueprint } from '@/domain/exam/test-blueprint'
import { asked, courseSource, libraryWith, singleChoice, yamlSource } from '@/tests/support/course-factories'
import { bankSize, questionsWanted } from './bank-size'

function check(inExam: number, held: number) {
  const exam = yamlSource('exam.yaml', {
    questions: inExam,
    passRate: 0.7,
    attempts: 3,
    coolDownHours: 24,
    objectives: { qualify: inExam },
  })
  const bank = Array.from({ length: held }, (_, at) => asked(singleChoice({ id: `q${at}`, objective: 'qualify' })))
  return bankSize(courseSource({ exam, bank }), libraryWith())
}

it.each([
  [1, 5],
  [2, 8],
  [3, 13],
  [4, 16],
])('an exam with %s questions of an objective wants %s', (inExam, wanted) => {
  expect(check(inExam, wanted)).toEqual([])
  expect(check(inExam, wanted - 1)).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('write 1 more') },
  ])
})

it('leaves questions for three exams beside the drawn tests', () => {
  for (const inExam of [1, 2, 3, 4, 5, 6]) {
    const bank = Array.from({ length: questionsWanted(inExam) }, (_, at) =>
      singleChoice({ id: `q${at}`, objective: 'q' }),
    )
    const others = Array.from({ length: 20 }, (_, at) => singleChoice({ id: `o${at}`, objective: 'o' }))
    const drawn = testBlueprint([...bank, ...others], { objectives: { q: inExam, o: 6 } })?.objectives.q ?? 0
    expect(drawn).toBe(Math.ceil(inExam / 2))
    expect(bank.length - 2 * drawn).toBe(3 * inExam)
  }
})

it('says nothing of a course without an exam', () => {
  expect(bankSize(courseSource({ exam: null }), libraryWith())).toEqual([])
})
