import { expect, it } from 'vitest'
import type { QuestionReport } from '@/domain/cohort/statistics/learning-report'
import type { Course } from '@/domain/course/course'
import { translator } from '@/i18n/translator'
import { chooseQuestions, type QuestionsAsked } from './choose-questions'

const text = (name: string) => ({ ar: name, fr: name, en: name })
const COURSE = {
  file: { objectives: ['recognise', 'protect', 'never-met'].map((id) => ({ id, text: text(id) })) },
} as unknown as Pick<Course, 'file'>
const question = (id: string, objective: string, concern: QuestionReport['concern'] = null) =>
  ({ id, objective, concern, mistranslated: [] }) as unknown as QuestionReport
const QUESTIONS = [question('q1', 'recognise'), question('q2', 'protect', 'negative'), question('q3', 'protect')]

const choose = (asked: Partial<QuestionsAsked>) => {
  const { questions, filters } = chooseQuestions(
    QUESTIONS,
    COURSE,
    { show: null, objective: null, ...asked },
    'en',
    translator('en'),
  )
  return { ids: questions.map(({ id }) => id), filters }
}

it.each([
  [{}, ['q1', 'q2', 'q3']],
  [{ show: 'to-check' }, ['q2']],
  [{ objective: 'protect' }, ['q2', 'q3']],
  [{ show: 'to-check', objective: 'recognise' }, []],
  [{ show: '<b>', objective: 'nothing' }, ['q1', 'q2', 'q3']],
])('for %j shows %j', (asked, ids) => {
  expect(choose(asked).ids).toEqual(ids)
})

it('offers the objectives that somebody has met, and says which is chosen', () => {
  const [, objectives] = choose({ objective: 'protect' }).filters

  expect(objectives?.choices.map(({ value, chosen }) => [value, chosen])).toEqual([
    ['recognise', false],
    ['protect', true],
  ])
})
