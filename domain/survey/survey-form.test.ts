import { describe, expect, it } from 'vitest'
import { fieldProblems } from '../form/field-problem'
import { LOCALES } from '../locale'
import { SURVEY_KINDS, type SurveyQuestion, surveyQuestionsSchema } from './survey'
import { changeOrder, readSurveyQuestion, surveyQuestionFormSchema, typedQuestion, withWords } from './survey-form'
import { templateQuestions } from './templates'

const WORDS = { questionArabic: 'ما رأيكم؟', questionFrench: 'Votre avis ?', questionEnglish: 'Your opinion?' }

function parse(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return surveyQuestionFormSchema.safeParse(readSurveyQuestion(form))
}
const problems = (fields: Record<string, string>) => {
  const { error } = parse(fields)
  return error && fieldProblems(error)
}

describe('the form of a question', () => {
  it('asks for the three languages and a kind', () => {
    expect(problems({})).toEqual({
      questionKind: 'choose',
      questionArabic: 'required',
      questionFrench: 'required',
      questionEnglish: 'required',
    })
    expect(parse({ ...WORDS, questionKind: 'scale' }).data).toEqual({
      kind: 'scale',
      text: { ar: 'ما رأيكم؟', fr: 'Votre avis ?', en: 'Your opinion?' },
    })
  })

  it('requires the same number of different answers in each language', () => {
    const choice = { ...WORDS, questionKind: 'choice', optionsArabic: 'نعم\nلا', optionsFrench: 'oui\n\nnon' }
    expect(parse({ ...choice, optionsEnglish: 'yes\r\nno', several: 'yes' }).data).toMatchObject({
      several: true,
      options: [
        { ar: 'نعم', fr: 'oui', en: 'yes' },
        { ar: 'لا', fr: 'non', en: 'no' },
      ],
    })
    expect(problems({ ...choice, optionsEnglish: 'yes' })).toEqual({ optionsEnglish: 'options' })
    expect(problems({ ...choice, optionsEnglish: 'yes\nyes' })).toEqual({ optionsEnglish: 'options' })
    expect(problems({ ...choice, optionsArabic: 'نعم', optionsFrench: 'oui', optionsEnglish: 'yes' })).toEqual({
      optionsArabic: 'options',
      optionsFrench: 'options',
      optionsEnglish: 'options',
    })
  })
})

describe('the templates', () => {
  let next = 0
  const newId = () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`

  it.each(SURVEY_KINDS)('of %s are questions in three languages, each with an id of its own', (kind) => {
    const questions = templateQuestions(kind, newId)
    expect(surveyQuestionsSchema.parse(questions)).toEqual(questions)
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
  })

  it('of both later surveys ask the same questions', () => {
    const words = (kind: 'later-3' | 'later-6') =>
      templateQuestions(kind, newId).map(({ text, template }) => ({ text, template }))
    expect(words('later-3')).toEqual(words('later-6'))
  })

  it('ask of oneself, and never of a colleague or a superior', () => {
    const texts = SURVEY_KINDS.flatMap((kind) => templateQuestions(kind, newId)).flatMap(({ text }) =>
      LOCALES.map((locale) => text[locale]),
    )
    expect(texts.filter((text) => /supérieur|collègue|colleague|superior|judge’s|رئيس|زميل/i.test(text))).toEqual([])
  })

  it('are compared only while their text is unchanged', () => {
    const [first] = templateQuestions('reaction', newId) as [SurveyQuestion]
    const same = parse(typedQuestion(first) as Record<string, string>).data
    if (!same) throw new Error('a template that its form refuses')
    expect(withWords(first, same, newId)).toBe(first)
    const other = withWords(first, { ...same, text: { ...first.text, fr: 'Autre chose.' } }, newId)
    expect(other).toMatchObject({ id: first.id, text: { fr: 'Autre chose.' } })
    expect(other).not.toHaveProperty('template')
  })

  it.each(SURVEY_KINDS)('of %s pass through the form as they are', (kind) => {
    for (const question of templateQuestions(kind, newId)) {
      const words = parse(typedQuestion(question) as Record<string, string>).data
      expect(words && withWords(question, words, newId)).toBe(question)
    }
  })
})

describe('the order of questions', () => {
  const list = ['a', 'b', 'c'].map((id): SurveyQuestion => ({ kind: 'text', id, text: { ar: id, fr: id, en: id } }))
  it.each([
    ['b', 'up', 'bac'],
    ['a', 'up', 'abc'],
    ['b', 'down', 'acb'],
    ['c', 'down', 'abc'],
    ['b', 'remove', 'ac'],
    ['x', 'remove', 'abc'],
  ] as const)('moves %s %s to %s', (id, act, order) => {
    expect(
      changeOrder(list, id, act)
        .map((question) => question.id)
        .join(''),
    ).toBe(order)
  })
})
