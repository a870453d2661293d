import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { ordering, singleChoice } from '@/tests/support/course-factories'
import { AskedQuestion } from './asked-question'
import { JudgedQuestion } from './judged-question'

const t = translator('fr')
const texts = { locale: 'fr', t } as const

it('asks without the key, and posts what it is about', () => {
  const html = renderToStaticMarkup(
    <AskedQuestion question={singleChoice()} action="/fr/review" hidden={{ turn: '2' }} submit="Répondre" {...texts} />,
  )

  expect(html).toContain('<input type="hidden" name="turn" value="2"/>')
  expect(html).toContain('name="certainty"')
  expect(html).not.toMatch(/feedback|explanation/)
})

it('says what is missing, and keeps what was given', () => {
  const given = { answer: null, certainty: 'guess', refused: true } as const
  const html = renderToStaticMarkup(
    <AskedQuestion question={singleChoice()} action="" hidden={{}} given={given} submit="" {...texts} />,
  )

  expect(html).toContain(t('practice.chooseOne'))
  expect(html).toMatch(/value="guess"[^>]*checked|checked=""[^>]*value="guess"/)
})

it('shows the right answer beside a wrong one, which cannot be changed', () => {
  const judged = (answer: string[]) =>
    renderToStaticMarkup(
      <JudgedQuestion question={singleChoice()} answer={answer} certainty="sure" citing={() => null} {...texts} />,
    )

  expect(judged(['b'])).toContain('texte feedback a')
  expect(judged(['b'])).toContain('texte explanation')
  expect(judged(['b'])).toContain(t('exam.sure'))
  expect(judged(['b'])).not.toContain('<form')
  expect(judged(['a'])).not.toContain('texte explanation')
})

it('judges an order rank by rank', () => {
  const html = renderToStaticMarkup(
    <JudgedQuestion question={ordering()} answer={['a', 'b', 'c']} certainty={null} citing={() => null} {...texts} />,
  )

  expect(html.match(/<li/g)).toHaveLength(3)
  expect(html).toContain(t('practice.rightAnswer'))
})
