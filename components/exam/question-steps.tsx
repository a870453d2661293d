import { ChevronLeft, ChevronRight } from 'lucide'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

/** The buttons that save a question and go on, or back. */
export function QuestionSteps({ position, total, t }: { position: number; total: number; t: Translator }) {
  const last = position === total
  return (
    <div className="row exam-nav">
      <button type="submit" name="go" value={last ? 'check' : String(position + 1)} className="btn primary">
        {t(last ? 'exam.toCheck' : 'exam.next')}
        <Icon node={ChevronRight} mirrored />
      </button>
      {position > 1 && (
        <button type="submit" name="go" value={String(position - 1)} className="btn">
          <Icon node={ChevronLeft} mirrored />
          {t('exam.previous')}
        </button>
      )}
    </div>
  )
}
