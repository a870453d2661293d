import { ChevronLeft, ChevronRight } from 'lucide'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

type Props = {
  /** Address of the lesson before this one. */
  previous: string | null
  /** Where the "done" form posts to, and what its button says. */
  done: { action: string; label: string }
  t: Translator
}

/** Below a lesson: back, or done and on. Stays in view on a phone. */
export function LessonEnd({ previous, done, t }: Props) {
  return (
    <nav className="endnav no-print" aria-label={t('lesson.between')}>
      <div className={previous ? 'wrap' : 'wrap first'}>
        {previous && (
          <a className="btn prev" href={previous}>
            <Icon node={ChevronLeft} mirrored />
            <span>{t('lesson.previous')}</span>
          </a>
        )}
        <form method="post" action={done.action}>
          <button type="submit" className="btn primary">
            <span className="long">{done.label}</span>
            <span className="short">{t('lesson.doneShort')}</span>
            <Icon node={ChevronRight} mirrored />
          </button>
        </form>
      </div>
    </nav>
  )
}
