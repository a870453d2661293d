import { describe, expect, it } from 'vitest'
import type { Rate } from '@/domain/cohort/statistics/learning-report'
import { formatDate, formatPercent, translator } from '@/i18n/translator'
import { figureTexts, noFiguresText } from './figure-texts'

const t = translator('en')
const texts = figureTexts('en', t)
const SHOWN: Rate = { label: 'q1', status: 'shown', people: 24, rate: 0.25, interval: { low: 0.12, high: 0.45 } }
const HIDDEN: Rate = { label: 'q1', status: 'hidden', reason: 'protects-a-group' }

describe('a rate', () => {
  it('is a share, an interval and n, each by itself or in one', () => {
    expect([texts.share(SHOWN), texts.range(SHOWN), texts.people(SHOWN)]).toEqual(['25%', '12% to 45%', '24'])
    expect(texts.whole(SHOWN)).toBe('25% (12% to 45%); n = 24')
  })

  it('says why it is hidden, and shows nothing else', () => {
    const why = t('cohorts.learning.hidden.protects-a-group')

    expect([texts.share(HIDDEN), texts.range(HIDDEN), texts.people(HIDDEN), texts.whole(HIDDEN)]).toEqual([
      why,
      '—',
      '—',
      why,
    ])
  })

  it('is written in the format of the language', () => {
    expect(figureTexts('fr', translator('fr')).share(SHOWN)).toBe(formatPercent(0.25, 'fr'))
  })
})

describe('alpha', () => {
  it('is given with its questions and n', () => {
    const alpha = {
      definition: 'cronbach-alpha',
      status: 'shown',
      people: 31,
      value: { alpha: 0.81, questions: 20 },
    } as const

    expect(texts.alpha(alpha)).toBe('α = 0.81; 20 questions; n = 31')
  })

  it('says why there is none', () => {
    expect(texts.alpha(null)).toBe(t('cohorts.learning.alphaDrawn'))
    expect(texts.alpha({ definition: 'cronbach-alpha', status: 'hidden', reason: 'too-few-questions' })).toBe(
      t('cohorts.learning.hidden.too-few-questions'),
    )
  })
})

it('dates a snapshot taken at midnight by the day that has just ended', () => {
  expect(texts.day(new Date('2026-11-24T23:00:00Z'))).toBe(formatDate(new Date('2026-11-24T12:00:00Z'), 'en'))
})

it('says when figures will come, or that they never will', () => {
  expect(noFiguresText({ nextGroup: 7 }, t)).toContain('7 people')
  expect(noFiguresText({ nextGroup: null }, t)).not.toBe(noFiguresText({ nextGroup: 10 }, t))
})
