import { directionOf, type Locale } from '@/domain/locale'

type Props = {
  /** Shares of all points, in [0, 1]. */
  score: number
  needed: number
  /** What the line says. */
  label: string
  passed: boolean
  locale: Locale
}

/** The score as a bar with the line that it had to reach. The sentence beside it says the same in words. */
export function ScoreGauge({ score, needed, label, passed, locale }: Props) {
  const fromEnd = directionOf(locale) === 'rtl'
  const percent = (share: number) => `${Math.round(1000 * share) / 10}%`
  const place = (share: number) => percent(fromEnd ? 1 - share : share)
  return (
    <svg className={passed ? 'gauge passed' : 'gauge'} width="100%" height="46" aria-hidden="true">
      <rect className="gauge-track" x="0" y="5" width="100%" height="16" />
      <rect className="got" x={fromEnd ? place(score) : '0'} y="5" width={percent(score)} height="16" />
      <line x1={place(needed)} x2={place(needed)} y1="0" y2="26" />
      <text x={place(needed)} y="42" textAnchor="middle">
        {label}
      </text>
    </svg>
  )
}
