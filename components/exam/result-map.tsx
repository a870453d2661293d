import { Check, Minus, X } from 'lucide'
import { type Verdict, verdictOf } from '@/domain/question/verdict'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

const MARK = { correct: Check, partly: Minus, incorrect: X } satisfies Record<Verdict, unknown>

type Props = { questions: readonly { position: number; points: number }[]; t: Translator }

/** The verdict on each question, with a link to it on the page. */
export function ResultMap({ questions, t }: Props) {
  return (
    <nav className="qmap" aria-labelledby="qmap">
      <h3 id="qmap" className="sm">
        {t('exam.result.reviewMap')}
      </h3>
      <ol>
        {questions.map(({ position, points }) => {
          const verdict = verdictOf(points)
          return (
            <li key={position}>
              <a href={`#q${position}`} className={verdict}>
                <span className="num">{position}</span>
                <span className="marks">
                  <Icon node={MARK[verdict]} />
                </span>
                <span className="sr">{t(`practice.${verdict}`)}</span>
              </a>
            </li>
          )
        })}
      </ol>
      <p className="sm muted">{t('exam.result.mapLead')}</p>
    </nav>
  )
}
