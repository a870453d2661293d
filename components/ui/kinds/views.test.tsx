import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { answerSchema } from '@/domain/exam/answer'
import { answerFromFields, isPartial } from '@/domain/exam/answer-form'
import { gradeAnswer } from '@/domain/exam/grade-answer'
import { withoutAnswers } from '@/domain/exam/public-question'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { SAMPLES } from '@/tests/support/question-samples'
import { JudgedAnswer } from '../judged-answer'
import { QuestionFields } from '../question-fields'
import { viewOf } from './views'

const words = { locale: 'fr', t: translator('fr') } as const
const namesIn = (html: string) => [...html.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name)
/** What the browser would post: buttons and boxes that are checked, and what each select shows. */
function postedBy(html: string) {
  const inputs = (html.match(/<input[^>]*checked=""[^>]*>/g) ?? []).map((input): [string, string] => [
    / name="([^"]*)"/.exec(input)?.[1] ?? '',
    / value="([^"]*)"/.exec(input)?.[1] ?? '',
  ])
  const selects = (html.match(/<select[\s\S]*?<\/select>/g) ?? []).map((select): [string, string] => [
    / name="([^"]*)"/.exec(select)?.[1] ?? '',
    / value="([^"]*)" selected=""/.exec(select)?.[1] ?? '',
  ])
  return [...inputs, ...selects]
}

describe.each(Object.values(SAMPLES))('$key.kind', ({ key, stored, fields }) => {
  const render = (answer: Parameters<typeof QuestionFields>[0]['answer']) =>
    renderToStaticMarkup(<QuestionFields question={withoutAnswers(key)} answer={answer} prefix="q" {...words} />)

  it('asks by fields of the names that its form reads', () => {
    expect(new Set(namesIn(render(null)))).toEqual(new Set(fields.map(([name]) => name)))
  })

  it('shows in its fields the answer that was given', () => {
    expect(postedBy(render(key.correct)).toSorted()).toEqual(fields.toSorted())
    expect(postedBy(render(null)).filter(([, value]) => value !== '')).toEqual([])
  })

  it.each(stored)('holds $json, and knows whether it is whole', ({ json, points, state }) => {
    const posted = postedBy(render(answerSchema.parse(JSON.parse(json))))

    expect(gradeAnswer(key, answerFromFields(posted))).toBe(points)
    expect(isPartial(posted)).toBe(state === 'incomplete')
  })

  it.each(stored)('shows $json part by part, as it was judged', ({ json, right }) => {
    const answer = answerSchema.parse(JSON.parse(json))
    const html = renderToStaticMarkup(<JudgedAnswer question={key} answer={answer} keyIsOpen {...words} />)

    expect([...html.matchAll(/<li class="(ok|bad)"/g)].map(([, judged]) => judged === 'ok')).toEqual(right)
  })

  it('says in every language how it is answered, and what is missing', () => {
    const { hint, missing } = viewOf(key)
    const said = LOCALES.map(translator).flatMap((t) => [hint(t), missing(t)])
    expect(new Set(said).size).toBe(said.length)
  })
})
