import { expect, it } from 'vitest'
import type { GainReport } from '@/domain/cohort/statistics/gain-report'
import { translator } from '@/i18n/translator'
import { figureTexts } from './figure-texts'
import { gainRows } from './gain-rows'

const t = translator('en')
const texts = figureTexts('en', t)
const interval = { low: 0.2, high: 0.4 }
const hidden = (reason: 'too-few-people' | 'too-few-questions') => ({ status: 'hidden', reason }) as const
const SHOWN = { status: 'shown', people: 30 } as const

const REPORT: GainReport = {
  matched: 30,
  dropOuts: 4,
  means: { definition: 'mean-scores', ...SHOWN, value: { before: 0.5, after: 0.65, ceiling: false } },
  gain: { definition: 'normalised-gain', ...SHOWN, value: { gain: 0.3, interval, draws: 2000 } },
  effect: {
    definition: 'effect-size',
    ...SHOWN,
    value: { hedgesGav: 0.8, interval: { low: 0.5, high: 1.1 }, draws: 2000 },
  },
  alpha: {
    before: { definition: 'cronbach-alpha', ...SHOWN, value: { alpha: 0.7, questions: 20 } },
    after: { definition: 'cronbach-alpha', ...hidden('too-few-questions') },
  },
}

it('gives value, interval and n of each figure', () => {
  expect(gainRows(REPORT, texts, t).map(({ id, cells }) => [id, ...cells])).toEqual([
    ['before', '50%', '—', '30'],
    ['after', '65%', '—', '30'],
    ['gain', '30%', '20% to 40%', '30'],
    ['effect', '0.8', '0.5 to 1.1', '30'],
    ['alpha-before', '0.7', '—', '30'],
    ['alpha-after', t('cohorts.learning.hidden.too-few-questions'), '—', '—'],
  ])
})

it('says how many people must have taken both tests if too few have', () => {
  const report: GainReport = { ...REPORT, means: { definition: 'mean-scores', ...hidden('too-few-people') } }

  expect(gainRows(report, texts, t)[0]?.cells[0]).toMatch(/fewer than \d+ people handed in both tests/)
})
