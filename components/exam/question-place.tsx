import type { Translator } from '@/i18n/translator'
import { ProgressBar } from '../ui/progress-bar'

/** The number of the question, and how many there are. */
export function QuestionPlace({ position, total, t }: { position: number; total: number; t: Translator }) {
  const label = t('exam.position', { n: position, total })
  return (
    <div className="stack">
      <p className="row sm">
        <strong>{label}</strong>
        <span className="muted">{t('exam.noLimit')}</span>
      </p>
      <ProgressBar label={label} value={position} max={total} />
    </div>
  )
}
