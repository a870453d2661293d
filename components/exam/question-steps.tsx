import { ChevronLeft, ChevronRight, LayoutGrid } from 'lucide'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'
import { QUESTION_MAP } from './question-map'

/**
 * The buttons that save a question and go on, or back, and the one that opens the map. On a phone they stay at the foot
 * of the window. The first one is the form's default: the Enter key goes on.
 */
export function QuestionSteps({ position, total, t }: { position: number; total: number; t: Translator }) {
  const last = position === total
  return (
    <div className="exam-bar">
      <button type="submit" name="go" value={last ? 'check' : String(position + 1)} className="btn primary">
        {t(last ? 'exam.toCheck' : 'exam.next')}
        <Icon node={ChevronRight} mirrored />
      </button>
      {position > 1 && (
        <button type="submit" name="go" value={String(position - 1)} className="btn short">
          <Icon node={ChevronLeft} mirrored />
          <span>{t('exam.previous')}</span>
        </button>
      )}
      <button type="button" className="btn short to-map" popoverTarget={QUESTION_MAP}>
        <Icon node={LayoutGrid} />
        <span>{t('exam.map')}</span>
      </button>
    </div>
  )
}
