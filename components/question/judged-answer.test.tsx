import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Answer } from '@/domain/question/answer'
import type { QuestionKey } from '@/domain/question/question'
import { translator } from '@/i18n/translator'
import { matching, multipleChoice, ordering, singleChoice } from '@/tests/support/course-factories'
import { JudgedAnswer } from './judged-answer'

const t = translator('fr')

/** The parts as a screen reader reads them: the text of each element, one after the other. */
function parts(question: QuestionKey, answer: Answer | null, keyIsOpen: boolean): string[] {
  const html = renderToStaticMarkup(
    <JudgedAnswer question={question} answer={answer} keyIsOpen={keyIsOpen} locale="fr" t={t} />,
  )
  return html
    .split('<li')
    .slice(1)
    .map((part) => {
      const words = part.replace(/<[^>]*>|^[^>]*>/g, '|').split('|')
      return words.flatMap((word) => word.trim() || []).join(' | ')
    })
}

describe('a matching', () => {
  const answer = { p1: 'a', p2: 'c' }

  it('says of each pair whether it is right, what she chose and its comment', () => {
    expect(parts(matching(), answer, false)).toEqual([
      'Exact | texte p1 | Votre réponse | texte a | texte feedback a',
      'Inexact | texte p2 | Votre réponse | texte c | texte feedback c',
    ])
  })

  it('says what is right once the result is final', () => {
    const [, wrong] = parts(matching(), answer, true)

    expect(wrong).toBe(
      'Inexact | texte p2 | Votre réponse | texte c | texte feedback c | Réponse exacte | texte b | texte feedback b',
    )
  })

  it('names a pair that was left open', () => {
    expect(parts(matching(), { p1: 'a' }, false)[1]).toBe('Inexact | texte p2 | Votre réponse | Sans réponse')
  })
})

it('judges an order by rank', () => {
  const ranks = parts(ordering({ correct: ['c', 'a', 'b'] }), ['c', 'b', 'a'], true)

  expect(ranks[0]).toBe('Exact | Rang 1 | Votre réponse | texte c | texte feedback c')
  expect(ranks[1]).toContain('Inexact | Rang 2 | Votre réponse | texte b')
  expect(ranks[1]).toContain('Réponse exacte | texte a')
})

it('names each option that was ticked before its comment, and tells what was missed only when the result is final', () => {
  const question = multipleChoice({ correct: ['a', 'b'] })
  const ticked = [
    'Exact | Votre réponse | texte a | texte feedback a',
    'Inexact | Votre réponse | texte c | texte feedback c',
  ]

  expect(parts(question, ['a', 'c'], false)).toEqual(ticked)
  expect(parts(question, ['a', 'c'], true)).toEqual([
    ...ticked,
    'Inexact | Réponse exacte non choisie | texte b | texte feedback b',
  ])
})

it('keeps the right option of a single choice back until the result is final', () => {
  expect(parts(singleChoice(), ['b'], false).join()).not.toContain('texte a')
  expect(parts(singleChoice(), null, true)).toEqual([
    'Inexact | Votre réponse | Sans réponse | Réponse exacte | texte a | texte feedback a',
  ])
})
