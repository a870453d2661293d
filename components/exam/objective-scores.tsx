import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { ProgressBar } from '../ui/progress-bar'

type Score = { objective: string; text: string; earned: number; possible: number }

export function ObjectiveScores({ scores, locale, t }: { scores: readonly Score[]; locale: Locale; t: Translator }) {
  return (
    <section className="stack" aria-labelledby="objectives">
      <h2 id="objectives">{t('exam.result.byObjective')}</h2>
      <ul className="plain stack narrow scores">
        {scores.map(({ objective, text, earned, possible }) => {
          const figure = { score: formatNumber(earned, locale), possible: formatNumber(possible, locale) }
          return (
            <li key={objective}>
              <p className="row between sm">
                <span>{text}</span>
                <strong className="num">{t('exam.result.objectiveScore', figure)}</strong>
              </p>
              <ProgressBar label={text} value={earned} max={possible} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
