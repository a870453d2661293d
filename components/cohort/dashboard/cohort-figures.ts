import type { Totals } from '@/domain/cohort/at-risk'
import type { Locale, Localized } from '@/domain/locale'
import { formatNumber, formatPercent, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { ChartFacts } from '../../ui/chart'
import type { Figure } from './figures'
import type { LessonRow } from './lesson-shares'

/** The four figures above a cohort's people. @param passRates the pass mark, 0 to 1, by course; null without exam. */
export function cohortFigures(
  totals: Totals,
  passRates: readonly (number | null)[],
  locale: Locale,
  t: Translator,
): Figure[] {
  const figure = (key: 'active' | 'completed' | 'passed' | 'allPassed' | 'support', value: number, note: string) => ({
    label: t(`cohorts.dashboard.${key}`),
    value: formatNumber(value, locale),
    note,
  })
  const ofAll = t('cohorts.dashboard.of', { count: totals.people })
  const exams = passRates.filter((rate) => rate !== null)
  const threshold = (rate: number | undefined) =>
    rate === undefined
      ? t('cohorts.dashboard.noExam')
      : t('cohorts.dashboard.threshold', { rate: formatPercent(rate, locale) })
  return [
    figure('active', totals.active, ofAll),
    figure('completed', totals.completed, ofAll),
    exams.length > 1
      ? figure('allPassed', totals.passed, t('cohorts.dashboard.courses', { count: passRates.length }))
      : figure('passed', totals.passed, threshold(exams[0])),
    figure('support', totals.atRisk, t('cohorts.dashboard.supportNote')),
  ]
}

/** In the order of the course. `done`: how many of the people have done it. */
export type LessonDone = { id: string; title: Localized; done: number }

/** How many have done each lesson, as a table and as the chart beside it. */
export function lessonShares(
  lessons: readonly LessonDone[],
  people: number,
  locale: Locale,
  t: Translator,
): { rows: LessonRow[]; chart: ChartFacts } {
  const shares = lessons.map(({ id, title, done }) => {
    const rate = people === 0 ? 0 : done / people
    return { id, title: typeset(title[locale], locale), done, rate, text: formatPercent(rate, locale) }
  })
  return {
    rows: shares.map(({ id, title, done, text }) => ({ id, title, done: formatNumber(done, locale), share: text })),
    chart: {
      label: t('cohorts.dashboard.chart'),
      bars: shares.map(({ title, rate, text }) => ({ label: title, value: rate, text })),
      max: 1,
      locale,
      direction: 'rows',
    },
  }
}
