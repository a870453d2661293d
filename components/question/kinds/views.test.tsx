import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { answerSchema } from '@/domain/question/answer'
import { answerFromFields, isPartial } from '@/domain/question/answer-form'
import { gradeAnswer } from '@/domain/question/grade-answer'
import { withoutAnswers } from '@/domain/question/public-question'
import { translator } from '@/i18n/translator'
import { SAMPLES } from '@/tests/support/question-samples'
import { AnswerFeedback } from '../answer-feedback'
import { JudgedAnswer } from '../judged-answer'
import { QuestionFields } from '../question-fields'
import { refusalOf } from './refusal'
import { VIEWS, viewOf } from './views'

const words = { locale: 'fr', t: translator('fr') } as const
const namesIn = (html: string) => [...html.matchAll(/<(?:input|select)[^>]* name="([^"]+)"/g)].map(([, name]) => name)
/** The fields that a browser would post: checked boxes, the choice of each select, hidden fields and text fields. */
function postedBy(html: string) {
  const inputs = (html.match(/<input[^>]*(?:checked=""|type="hidden"|type="text")[^>]*>/g) ?? []).map(
    (input): [string, string] => [/ name="([^"]*)"/.exec(input)?.[1] ?? '', / value="([^"]*)"/.exec(input)?.[1] ?? ''],
  )
  const selects = (html.match(/<select[\s\S]*?<\/select>/g) ?? []).map((select): [string, string] => [
    / name="([^"]*)"/.exec(select)?.[1] ?? '',
    / value="([^"]*)" selected=""/.exec(select)?.[1] ?? '',
  ])
  return [...inputs, ...selects]
}

describe.each(Object.values(SAMPLES))('$key.kind', ({ key, stored, fields }) => {
  const render = (answer: Parameters<typeof QuestionFields>[0]['answer']) =>
    renderToStaticMarkup(<QuestionFields question={withoutAnswers(key)} answer={answer} prefix="q" {...words} />)

  it('has the fields whose names its form reads', () => {
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
  /** The answer that is read if a button is pressed: the browser posts all fields, and the button. */
  const press = (html: string, move: string) => answerFromFields([...postedBy(html), ['move', move]])

  it('is no answer before the learner gives one, but can be kept as it is shown', () => {
    const html = render(null)

    expect(answerFromFields(postedBy(html))).toBeNull()
    expect(press(html, 'keep')).toEqual(listed(html))
    expect(html).toContain('<p class="order-keep" data-order-keep="true">')
  })

  it('asks for no confirmation once it is complete', () => {
    expect(render({ a: '2', b: '3', c: '1' })).toContain('<p class="order-keep" hidden="" data-order-keep="true">')
    expect(render({ a: '2', b: '2', c: '1' })).not.toContain('hidden="" data-order-keep')
  })

  it('lists the ranked options first, and moves an option from there', () => {
    const html = render({ c: '1', a: '2' })

    expect(listed(html)).toEqual(['c', 'a', 'b'])
    expect(press(html, 'b:up')).toEqual(['c', 'b', 'a'])
  })

  it('names each button after the option that it moves, and disables the buttons at the ends', () => {
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

describe('an order with ties', () => {
  const { key } = SAMPLES.ranking
  const render = (answer: Record<string, string> | null) =>
    renderToStaticMarkup(<QuestionFields question={withoutAnswers(key)} answer={answer} prefix="q" {...words} />)
  const press = (html: string, move: string) => answerFromFields([...postedBy(html), ['move', move]])

  it('is no answer before the learner gives one, but can be kept or moved', () => {
    const html = render(null)

    expect(answerFromFields(postedBy(html))).toBeNull()
    expect(press(html, 'keep')).toEqual({ a: '1', b: '2', c: '3' })
    expect(press(html, 'b:up')).toEqual({ a: '1', b: '1', c: '2' })
  })

  it('says the place of each step, and shows which stand together', () => {
    const html = render({ a: '2', b: '2', c: '1' })

    expect([...html.matchAll(/<span class="sr">(Rang \d)<\/span>/g)].map(([, place]) => place)).toEqual([
      'Rang 1',
      'Rang 2',
      'Rang 2',
    ])
    expect(html.match(/data-tied=""/g)).toHaveLength(1)
    expect(html).toContain('data-places-keep="true">')
    expect(html).toContain('<p class="order-keep" hidden="" data-places-keep="true">')
  })

  it('has a disabled button first in its form, so that the Enter key moves nothing', () => {
    expect(/<button[^>]*>/.exec(render({ a: '1', b: '1', c: '2' }))?.[0]).toContain('disabled=""')
  })

  it('gives each button the name of what it moves', () => {
    for (const button of render(null).match(/<button[^>]*data-place-move[^>]*>/g) ?? []) {
      const [, id, option] = / id="(q-(\w)-\w+)"/.exec(button) ?? []
      expect(button).toContain(`aria-labelledby="${id} q-${option}-text"`)
    }
  })
})

describe('a number to compute', () => {
  const { key } = SAMPLES.computing
  const render = (answer: Record<string, string> | null) =>
    renderToStaticMarkup(<QuestionFields question={withoutAnswers(key)} answer={answer} prefix="q" {...words} />)

  it('has its unit in the label, and a text field that accepts every way to write a number', () => {
    expect(render(null)).toContain('<label for="q-min">texte min (en années)</label>')
    expect(render(null)).toMatch(/<input type="text" id="q-min"[^>]*inputMode="decimal"/)
    expect(render(null)).not.toContain('aria-invalid')
  })

  it.each([
    ['10,000', 'ambiguous'],
    ['dix', 'not-a-number'],
    ['10 mois', 'other-unit'],
  ] as const)('is given back as typed, with the reason: %s', (typed, fault) => {
    const html = render({ min: typed, max: '5' })

    expect(html).toMatch(new RegExp(`id="q-min"[^>]*aria-invalid="true"[^>]*name="n.min" value="${typed}"`))
    expect(html.match(/data-fault="[^"]+">/g)).toEqual([`data-fault="${fault}">`])
    for (const locale of LOCALES) {
      const t = translator(locale)
      expect(refusalOf(withoutAnswers(key), { min: typed }, t)).toBe(t(`practice.number.${fault}`))
    }
  })

  it('has no reason if all that was typed can be read, or in other kinds', () => {
    expect(refusalOf(withoutAnswers(key), { min: '10 000' }, words.t)).toBeNull()
    expect(refusalOf(withoutAnswers(key), null, words.t)).toBeNull()
    expect(refusalOf(withoutAnswers(SAMPLES.single.key), ['z'], words.t)).toBeNull()
  })

  it('shows after an answer what was given with its unit, and the steps', () => {
    const html = renderToStaticMarkup(
      <AnswerFeedback
        question={key}
        answer={{ min: '5', max: '7' }}
        keyIsOpen={false}
        citing={() => null}
        {...words}
      />,
    )
    expect(html).toContain('5 ans')
    expect(html).toContain('texte feedback b')
    expect(html).toContain('7 ans')
    expect(html).toContain('<ol><li>texte step</li></ol>')
  })
})

it('names each span of a document by its words, and each blank by its number in the text', () => {
  const [marked, blanks] = [SAMPLES.marking.key, SAMPLES.completing.key].map((key) =>
    renderToStaticMarkup(<QuestionFields question={withoutAnswers(key)} answer={null} prefix="q" {...words} />),
  )
  expect(marked?.match(/<label><input type="checkbox"[^>]*\/><span>texte \w<\/span><\/label>/g)).toHaveLength(3)
  expect(marked?.match(/<p>/g)).toHaveLength(2)
  expect([...(blanks ?? '').matchAll(/aria-label="([^"]+)"/g)].map(([, name]) => name)).toEqual(['Blanc 1', 'Blanc 2'])
  expect(blanks).toContain('<li>Blanc 1: texte a / texte b</li>')
})

it('shows the text with the right answer in it once the key is open', () => {
  const [marked, filled] = [
    VIEWS.marking.solved?.(SAMPLES.marking.key, words),
    VIEWS.completing.solved?.(SAMPLES.completing.key, words),
  ].map((element) => renderToStaticMarkup(element))
  expect(marked).toContain('<mark>texte a</mark> and <mark>texte b</mark>')
  expect(marked).not.toContain('<mark>texte c</mark>')
  expect(filled).toContain('<strong>texte a</strong> and <strong>texte d</strong>')
})
