import { type GainReport, MIN_MATCHED } from '@/domain/cohort/statistics/gain-report'
import type { DisclosedMeasure } from '@/domain/cohort/statistics/learning-report'
import type { Translator } from '@/i18n/translator'
import type { FigureTexts } from './figure-texts'
import type { MeasureRow } from './measure-table'

type Shown = { value: string; interval?: { low: string; high: string } }

/** The figures of two tests, one per row: value, interval and n; a hidden figure is replaced by the reason. */
export function gainRows({ means, gain, effect, alpha }: GainReport, texts: FigureTexts, t: Translator): MeasureRow[] {
  const row = <V>(id: GainRow, figure: DisclosedMeasure<V>, show: (value: V) => Shown): MeasureRow => {
    const head = t(`cohorts.learning.gainRows.${id}`)
    if (figure.status === 'hidden') return { id, head, cells: [hiddenText(figure.reason), '—', '—'] }
    const { value, interval } = show(figure.value)
    const range = interval ? t('cohorts.learning.range', interval) : '—'
    return { id, head, cells: [value, range, texts.number(figure.people)] }
  }
  const hiddenText = (reason: Parameters<FigureTexts['hidden']>[0]) =>
    reason === 'too-few-people' ? t('cohorts.learning.fewMatched', { least: MIN_MATCHED }) : texts.hidden(reason)
  const interval = ({ low, high }: { low: number; high: number }, write: (value: number) => string) => ({
    interval: { low: write(low), high: write(high) },
  })
  return [
    row('before', means, (value) => ({ value: texts.percent(value.before) })),
    row('after', means, (value) => ({ value: texts.percent(value.after) })),
    row('gain', gain, (value) => ({ value: texts.percent(value.gain), ...interval(value.interval, texts.percent) })),
    row('effect', effect, (value) => ({
      value: texts.number(value.hedgesGav),
      ...interval(value.interval, texts.number),
    })),
    row('alpha-before', alpha.before, (value) => ({ value: texts.number(value.alpha) })),
    row('alpha-after', alpha.after, (value) => ({ value: texts.number(value.alpha) })),
  ]
}

type GainRow = 'before' | 'after' | 'gain' | 'effect' | 'alpha-before' | 'alpha-after'
