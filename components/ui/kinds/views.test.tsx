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
const namesIn = (html: string) => [...html.matchAll(/<(?:input|select)[^>]* name="([^"]+)"/g)].map(([, name]) => name)
/** What the browser would post: boxes that are checked, what each select shows, and hidden fields. */
function postedBy(html: string) {
  const inputs = (html.match(/<input[^>]*(?:checked=""|type="hidden")[^>]*>/g) ?? []).map((input): [string, string] => [
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

describe('an order', () => {
  const { key } = SAMPLES.ordering
  const render = (ranks: Record<string, string> | null) =>
    renderToStaticMarkup(<QuestionFields question={withoutAnswers(key)} answer={ranks} prefix="q" {...words} />)
  const listed = (html: string) => [...html.matchAll(/ name="o\.(\w)"/g)].map(([, id]) => id)
  /** What pressing a button would post: all fields, and the button. */
  const press = (html: string, move: string) => answerFromFields([...postedBy(html), ['move', move]])

  it('is no answer as long as she has given none, but can be kept as it is shown', () => {
    const html = render(null)

    expect(answerFromFields(postedBy(html))).toBeNull()
    expect(press(html, 'keep')).toEqual(listed(html))
    expect(html).toContain('<p class="order-keep" data-order-keep="true">')
  })

  it('takes no more confirmation once it is whole', () => {
    expect(render({ a: '2', b: '3', c: '1' })).toContain('<p class="order-keep" hidden="" data-order-keep="true">')
    expect(render({ a: '2', b: '2', c: '1' })).not.toContain('hidden="" data-order-keep')
  })

  it('lists what has a rank first, and moves from there', () => {
    const html = render({ c: '1', a: '2' })

    expect(listed(html)).toEqual(['c', 'a', 'b'])
    expect(press(html, 'b:up')).toEqual(['c', 'b', 'a'])
  })

  it('gives each button the name of what it moves, and none to the ends', () => {
    const buttons = render(null).match(/<button[^>]*data-move[^>]*>/g) ?? []

    expect(buttons).toHaveLength(2 * key.options.length)
    expect(buttons.filter((button) => button.includes('disabled=""'))).toEqual([buttons[0], buttons.at(-1)])
    for (const button of buttons) {
      const [, id, option] = / id="(q-(\w)-\w+)"/.exec(button) ?? []
      expect(button).toContain(`aria-labelledby="${id} q-${option}-text"`)
    }
  })

  it('has a disabled button first in its form, so that the Enter key moves nothing', () => {
    expect(/<button[^>]*>/.exec(render(null))?.[0]).toContain('disabled=""')
  })
})

it('writes the texts themselves into the lists of a matching', () => {
  const { key } = SAMPLES.matching
  const html = renderToStaticMarkup(
    <QuestionFields question={withoutAnswers(key)} answer={{ p1: 'b' }} prefix="q" {...words} />,
  )
  for (const { text } of key.options) expect(html).toContain(`>${text.fr}</option>`)
  expect(html).toContain('data-match-chosen="true">texte b<')
})
