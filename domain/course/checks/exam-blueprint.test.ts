import { expect, it } from 'vitest'
import { asked, courseSource, libraryWith, singleChoice, yamlSource } from '@/tests/support/course-factories'
import { examBlueprint } from './exam-blueprint'

function check(questions: number, objectives: Record<string, number>, inBank: string[]) {
  const exam = yamlSource('exam.yaml', { questions, passRate: 0.7, attempts: 3, coolDownHours: 24, objectives })
  const bank = inBank.map((objective, index) => asked(singleChoice({ id: `q${index}`, objective })))
  return examBlueprint(courseSource({ exam, bank }), libraryWith()).map(({ message }) => message)
}

it('accepts a bank twice as large as the exam', () => {
  expect(check(2, { qualify: 2 }, ['qualify', 'qualify', 'qualify', 'qualify'])).toEqual([])
})

it.each([
  [
    'a sum that is not the number of questions',
    check(1, { qualify: 2 }, Array(4).fill('qualify')),
    'add up to 2, not to 1',
  ],
  [
    'too few questions on an objective',
    check(2, { qualify: 2 }, ['qualify']),
    '2 questions are drawn for “qualify”, the bank has 1',
  ],
  [
    'a bank that is too small',
    check(2, { qualify: 2 }, Array(3).fill('qualify')),
    'the bank has 3 questions: write at least 4',
  ],
  [
    'an objective that the course does not have',
    check(1, { penalty: 1 }, ['qualify', 'qualify']),
    '“penalty” is no objective',
  ],
  [
    'an objective that is never asked',
    check(1, { penalty: 1 }, ['qualify', 'qualify']),
    'nothing on objective “qualify”',
  ],
  [
    'a question on an unknown objective',
    check(1, { qualify: 1 }, ['qualify', 'penalty']),
    '“penalty” is no objective of course.yaml: use qualify',
  ],
])('refuses %s', (_, messages, expected) => {
  expect(messages).toContainEqual(expect.stringContaining(expected))
})
