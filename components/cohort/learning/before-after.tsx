import { afterInterval } from '@/domain/cohort/after-interval'
import type { GainReport } from '@/domain/cohort/statistics/gain-report'
import { directionOf, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { FigureTexts } from './figure-texts'

type Props = { report: GainReport; texts: FigureTexts; locale: Locale; t: Translator }

/** Heights in pixels of the line and of the two labels. Labels that are near each other stand above and below it. */
const LINE = 34
const ABOVE = 16
const BELOW = 60
const NEAR = 0.12
/** Where the scale begins and ends, in percent of the drawing: the points at its ends lie inside. */
const INSET = 3
/** Scores nearer than this to an end would have half their label outside. */
const EDGE = 0.06

/**
 * The means of the two tests as two points on one line: hollow before, filled after, with the interval of the gain as a
 * band. The words below and the table say the same. The line starts on the side where the language starts.
 */
export function BeforeAfter({ report: { means, gain }, texts, locale, t }: Props) {
  if (means.status === 'hidden') return null
  const { before, after } = means.value
  const interval = gain.status === 'shown' ? afterInterval(means.value, gain.value) : null
  const mirrored = directionOf(locale) === 'rtl'
  const across = 100 - 2 * INSET
  const at = (score: number) => `${round(INSET + across * (mirrored ? 1 - score : score))}%`
  const bar = (one: number, other: number) => ({
    x: at(mirrored ? Math.max(one, other) : Math.min(one, other)),
    width: `${round(across * Math.abs(other - one))}%`,
  })
  return (
    <figure className="dumbbell">
      <figcaption>
        <strong>{t('cohorts.learning.dumbbell.title')}</strong>
      </figcaption>
      <svg height={BELOW + 8} aria-hidden="true">
        <line className="scale" x1={`${INSET}%`} x2={`${100 - INSET}%`} y1={LINE} y2={LINE} />
        {interval && <rect className="band" {...bar(interval.low, interval.high)} y={LINE - 9} height={18} />}
        <rect className="way" {...bar(before, after)} y={LINE - 2} height={4} />
        <circle className="before" cx={at(before)} cy={LINE} r={6} />
        <circle className="after" cx={at(after)} cy={LINE} r={7} />
        <text x={at(before)} y={ABOVE} textAnchor={anchorOf(before)}>
          {texts.percent(before)}
        </text>
        <text
          className="strong"
          x={at(after)}
          y={Math.abs(after - before) < NEAR ? BELOW : ABOVE}
          textAnchor={anchorOf(after)}
        >
          {texts.percent(after)}
        </text>
      </svg>
      <p className="sm">
        {t('cohorts.learning.dumbbell.words', {
          before: texts.percent(before),
          after: texts.percent(after),
          people: texts.number(means.people),
        })}{' '}
        {interval &&
          t('cohorts.learning.dumbbell.band', { low: texts.percent(interval.low), high: texts.percent(interval.high) })}
      </p>
    </figure>
  )
}

/** Labels near an end of the line stand inside it. `start` and `end` follow the direction of the language. */
function anchorOf(score: number): 'start' | 'middle' | 'end' {
  if (score < EDGE) return 'start'
  return score > 1 - EDGE ? 'end' : 'middle'
}

const round = (number: number) => Math.round(number * 10) / 10
