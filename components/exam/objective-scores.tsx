import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'

type Score = {
  objective: string
  text: string
  earned: number
  possible: number
  /** Passages of the lessons about what was missed. */
  passages: readonly { title: string; href: string }[]
}
type Props = { scores: readonly Score[]; passRate: number; locale: Locale; t: Translator }

/** The points by objective, one pip per question, with passages to read again if some were missed. */
export function ObjectiveScores({ scores, passRate, locale, t }: Props) {
  return (
    <section className="stack" aria-labelledby="objectives">
      <h2 id="objectives">{t('exam.result.byObjective')}</h2>
      <ul className="plain goals">
        {scores.map(({ objective, text, earned, possible, passages }) => (
          <li key={objective} className={earned < passRate * possible ? 'weak' : undefined}>
            <p className="goal-score">
              <span>{text}</span>
              <strong className="num">
                {t('exam.result.objectiveScore', {
                  score: formatNumber(earned, locale),
                  possible: formatNumber(possible, locale),
                })}
              </strong>
            </p>
            <Pips earned={earned} possible={possible} />
            {passages.length > 0 && (
              <p>
                {t('exam.result.toReread')}{' '}
                {passages.map(({ title, href }, place) => (
                  <span key={href}>
                    {place > 0 && ' · '}
                    <a href={href}>{title}</a>
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Pips({ earned, possible }: { earned: number; possible: number }) {
  const pips = Array.from({ length: possible }, (_, place) => ({ place, filled: Math.min(1, earned - place) }))
  return (
    <span className="pips" aria-hidden="true">
      {pips.map(({ place, filled }) => (
        <i key={place} className={filled === 1 ? 'full' : filled > 0 ? 'part' : undefined} />
      ))}
    </span>
  )
}
