import type { GainReport } from '@/domain/cohort/statistics/gain-report'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import type { DrawChart } from '../../ui/chart'
import { FinishedHtml } from '../../ui/finished-html'
import { QrCode } from '../../ui/qr-code'
import type { Sample } from '../../ui/sample'
import { BeforeAfter } from './before-after'
import { figureTexts } from './figure-texts'

/** Means before and after: far from each other, near each other, and at the ends of the line. */
const MEANS = [
  { before: 0.41, after: 0.73 },
  { before: 0.55, after: 0.58 },
  { before: 0, after: 1 },
]
const VALUES = [0, 3, 12_480, null]
const MAX = 15_000
const QR_SIZE = 21

/** Each kind of chart, with its extremes. */
export function chartSamples(draw: DrawChart, locale: Locale, t: Translator): Sample[] {
  const texts = figureTexts(locale, t)
  const bars = VALUES.map((value, place) => ({
    label: t('lesson.position', { n: place + 1, total: VALUES.length }),
    value,
    text: value === null ? t('library.figures.unknown') : formatNumber(value, locale),
  }))
  const about = { label: t('library.figures.data'), bars, max: MAX, locale }
  return [
    {
      name: 'Chart',
      states: [
        <FinishedHtml key="columns" html={draw({ ...about, direction: 'columns' })} />,
        <FinishedHtml key="rows" html={draw({ ...about, direction: 'rows' })} />,
      ],
    },
    {
      name: 'BeforeAfter',
      states: MEANS.map((means) => (
        <BeforeAfter key={means.before} report={reportOf(means)} texts={texts} locale={locale} t={t} />
      )),
    },
    {
      name: 'QrCode',
      states: [<QrCode key="qr" modules={{ size: QR_SIZE, dark: chequered() }} label={t('secondFactor.setUp.qr')} />],
    },
  ]
}

function reportOf(means: { before: number; after: number }): GainReport {
  const hidden = { status: 'hidden', reason: 'too-few-people' } as const
  const shown = { status: 'shown', people: 41 } as const
  const alpha = { ...hidden, definition: 'cronbach-alpha' } as const
  return {
    matched: 41,
    dropOuts: 3,
    means: { ...shown, definition: 'mean-scores', value: { ...means, ceiling: false } },
    gain: {
      ...shown,
      definition: 'normalised-gain',
      value: { gain: 0.5, interval: { low: 0.25, high: 0.75 }, draws: 2000 },
    },
    effect: { ...hidden, definition: 'effect-size' },
    alpha: { before: alpha, after: alpha },
  }
}

/** Modules as a code has them; it can be scanned for nothing. */
const chequered = () => Array.from({ length: QR_SIZE * QR_SIZE }, (_, at) => at % 2)
