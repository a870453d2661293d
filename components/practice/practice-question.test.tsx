import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '@/domain/locale'
import { type Answer, answerSchema } from '@/domain/question/answer'
import { translator } from '@/i18n/translator'
import { SAMPLES } from '@/tests/support/question-samples'
import { PracticeQuestion } from './practice-question'

type Key = (typeof SAMPLES)[keyof typeof SAMPLES]['key']

function render(question: Key, answer: Answer | null, { isPractice = true, locale = 'fr' as Locale } = {}) {
  const t = translator(locale)
  const given = { question, answer, isPractice, locale, t, place: { n: 1, total: 1 }, action: '', report: null }
  return renderToStaticMarkup(<PracticeQuestion {...given} citing={() => null} />)
}

/** The words beside what is marked in the fields, without the feedback below the form. */
function marksIn(html: string) {
  const [form = ''] = html.split('</form>')
  const marked = form.match(/class="[^"]*\bis-(ok|bad)\b/g) ?? []
  const words = [
    ...form.matchAll(/<span(?: id="[^"]*")? class="judged-mark">.*?<span(?: class="sr")?> ([^<]*)<\/span>/g),
  ]
  const kinds = marked.map((each) => (each.includes('is-ok') ? 'right' : 'wrong'))
  return kinds.map((kind, at) => `${kind}: ${words[at]?.[1]}`)
}

describe.each(Object.values(SAMPLES))('a practice question of the kind $key.kind', ({ key, stored }) => {
  const whole = stored.filter(({ state }) => state === 'answered')
  const isChoice = ['single', 'multiple', 'true-false', 'marking'].includes(key.kind)
  const answerOf = (json: string) => answerSchema.parse(JSON.parse(json))

  it('marks nothing before it is answered', () => {
    expect(render(key, null)).not.toMatch(/is-ok|is-bad|judged-mark/)
  })

  it.each(whole)('marks in $json what is wrong, and what is right', ({ json, right }) => {
    const html = render(key, answerOf(json))
    const wrong = marksIn(html).filter((mark) => mark === 'wrong: Inexact')
    const correct = marksIn(html).filter((mark) => mark.startsWith('right: '))
    const chosen: unknown = JSON.parse(json)
    const missed = isChoice && Array.isArray(key.correct) ? key.correct.filter((id) => !`${chosen}`.includes(id)) : []

    expect([wrong.length + correct.length, wrong.length]).toEqual([
      marksIn(html).length,
      right.filter((each) => !each).length - (key.kind === 'multiple' || key.kind === 'marking' ? missed.length : 0),
    ])
    expect(correct.filter((mark) => mark === 'right: Réponse exacte')).toHaveLength(missed.length)
    expect(correct.filter((mark) => mark === 'right: Exact')).toHaveLength(right.filter(Boolean).length)
  })

  it.each(whole)('keeps back what is right in $json where a right answer has an effect', ({ json, right }) => {
    const marks = marksIn(render(key, answerOf(json), { isPractice: false }))

    expect(marks.filter((mark) => mark.startsWith('right'))).toEqual(right.filter(Boolean).map(() => 'right: Exact'))
    expect(marks).not.toContain('right: Réponse exacte')
  })

  it('says it in the language of the page', () => {
    const [mistake] = whole.filter(({ points }) => points < 1)
    for (const locale of LOCALES) {
      const marks = marksIn(render(key, answerOf(mistake?.json ?? ''), { locale }))
      expect(marks.some((mark) => mark === `wrong: ${translator(locale)('practice.incorrect')}`)).toBe(
        marks.some((mark) => mark.startsWith('wrong')),
      )
    }
  })
})

it('gives the reason for the wrong choice and for the right one', () => {
  const html = render(SAMPLES.single.key, ['c'])

  expect(html).toContain('texte feedback c')
  expect(html).toContain('texte feedback a')
  expect(marksIn(html)).toEqual(['right: Réponse exacte', 'wrong: Inexact'])
})
