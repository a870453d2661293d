import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { ObjectiveScores } from './objective-scores'
import { OwnCertaintyTable } from './own-certainty-table'
import { ScoreGauge } from './score-gauge'

const t = translator('fr')

it('draws one mark for each point of an objective: full, half or empty', () => {
  const scores = [{ objective: 'qualify', text: 'Qualifier', earned: 1.5, possible: 3, passages: [] }]
  const html = renderToStaticMarkup(<ObjectiveScores scores={scores} passRate={0.7} locale="fr" t={t} />)

  expect(html).toContain('aria-hidden="true"><i class="full"></i><i class="part"></i><i></i></span>')
  expect(html).toContain(t('exam.result.objectiveScore', { score: '1,5', possible: '3' }))
})

it.each([
  [2, false],
  [1, true],
])('marks an objective as weak if its score is below the pass rate: %d of 3', (earned, weak) => {
  const passages = earned < 3 ? [{ title: 'Le seuil', href: '/fr/courses/c/lessons/offence#threshold' }] : []
  const scores = [{ objective: 'qualify', text: 'Qualifier', earned, possible: 3, passages }]
  const html = renderToStaticMarkup(<ObjectiveScores scores={scores} passRate={0.6} locale="fr" t={t} />)

  expect(html.includes('<li class="weak">')).toBe(weak)
  expect(html).toContain('<a href="/fr/courses/c/lessons/offence#threshold">Le seuil</a>')
})

it('sets what was sure and wrong before the figures, with links to it', () => {
  const scores = [
    { certainty: 'sure', given: 5, missed: [4, 9] },
    { certainty: 'fairly', given: 2, missed: [1] },
  ] as const
  const html = renderToStaticMarkup(<OwnCertaintyTable scores={scores} t={t} />)

  expect(html.indexOf(t('exam.result.sureWrong', { count: 2 }))).toBeLessThan(html.indexOf('<table'))
  expect([...html.matchAll(/href="(#q\d+)"/g)].map(([, link]) => link)).toEqual(['#q4', '#q9'])
})

it('says nothing of sure and wrong where all that was sure is right', () => {
  const html = renderToStaticMarkup(<OwnCertaintyTable scores={[{ certainty: 'sure', given: 5, missed: [] }]} t={t} />)

  expect(html).not.toContain('sure-wrong')
})

it.each([
  ['fr', 'x="0"', 'x1="70%"'],
  ['ar', 'x="20%"', 'x1="30%"'],
] as const)('fills the bar from the side where reading begins (%s)', (locale, from, needed) => {
  const html = renderToStaticMarkup(<ScoreGauge score={0.8} needed={0.7} label="14" passed locale={locale} />)

  expect(html).toContain(`class="got" ${from} y="5" width="80%"`)
  expect(html).toContain(needed)
})
