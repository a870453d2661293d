import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { GainReport } from '@/domain/cohort/statistics/gain-report'
import type { Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { BeforeAfter } from './before-after'
import { figureTexts } from './figure-texts'

const hidden = (definition: 'mean-scores' | 'normalised-gain' | 'effect-size' | 'cronbach-alpha') =>
  ({ definition, status: 'hidden', reason: 'too-few-people' }) as const
const REPORT: GainReport = {
  matched: 41,
  dropOuts: 0,
  means: {
    definition: 'mean-scores',
    status: 'shown',
    people: 41,
    value: { before: 0.4, after: 0.7, ceiling: false },
  },
  gain: {
    definition: 'normalised-gain',
    status: 'shown',
    people: 41,
    value: { gain: 0.5, interval: { low: 0.25, high: 0.75 }, draws: 2000 },
  },
  effect: hidden('effect-size'),
  alpha: { before: hidden('cronbach-alpha'), after: hidden('cronbach-alpha') },
}
const draw = (locale: Locale, report = REPORT) => {
  const t = translator(locale)
  return renderToStaticMarkup(<BeforeAfter report={report} texts={figureTexts(locale, t)} locale={locale} t={t} />)
}

it('has a hollow point before, a filled one after, and the interval of the gain as a band', () => {
  const html = draw('fr')

  expect(html).toContain('<circle class="before" cx="40.6%"')
  expect(html).toContain('<circle class="after" cx="68.8%"')
  expect(html).toMatch(/<rect class="band" x="54.7%" width="28.2%"/)
})

it('begins on the right in Arabic', () => {
  const html = draw('ar')

  expect(html).toContain('<circle class="before" cx="59.4%"')
  expect(html).toContain('<circle class="after" cx="31.2%"')
  expect(html).toMatch(/<rect class="band" x="17.1%" width="28.2%"/)
})

it('says all of it in words', () => {
  const words = draw('en').slice(draw('en').indexOf('<p'))

  for (const number of ['40%', '70%', '41', '55%', '85%']) expect(words).toContain(number)
})

it('keeps the labels of near points apart', () => {
  const near = { ...REPORT.means, value: { before: 0.4, after: 0.45, ceiling: false } } as GainReport['means']

  expect(new Set(draw('fr', { ...REPORT, means: near }).match(/<text[^>]* y="\d+"/g)).size).toBe(2)
})

it('has no band if the gain is hidden, and draws nothing of hidden means', () => {
  expect(draw('fr', { ...REPORT, gain: hidden('normalised-gain') })).not.toContain('band')
  expect(draw('fr', { ...REPORT, means: hidden('mean-scores') })).toBe('')
})
