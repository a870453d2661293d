import type { ReactNode } from 'react'
import type { Translator } from '@/i18n/translator'
import { ProgressBar } from '../ui/progress-bar'

type Props = {
  position: number
  total: number
  t: Translator
  /** What stands beside the number. */
  children?: ReactNode
}

/** The number of the question, and how many there are. */
export function QuestionPlace({ position, total, t, children }: Props) {
  const label = t('exam.position', { n: position, total })
  return (
    <div className="place">
      <p>
        <strong>{label}</strong> <span className="muted">{t('exam.noLimit')}</span>
      </p>
      {children}
      <ProgressBar label={label} value={position} max={total} />
    </div>
  )
}
