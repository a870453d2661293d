import { BookOpen, Info, MessagesSquare, ShieldAlert, TriangleAlert } from 'lucide'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'
import type { DirectiveProps } from '../ui/markdown'

/**
 * The boxes in the text of a lesson: notes, warnings, cases, questions to discuss, and what is inside them.
 *
 * @param lesson the address of the lesson if a passage that is skipped may end on the page of another step.
 */
export function boxParts(t: Translator, lesson: string | null): Record<string, React.ComponentType<DirectiveProps>> {
  return {
    'x-note': ({ kind, children }) => (
      <div className={kind === 'attention' ? 'note warn' : 'note'}>
        {kind === 'attention' ? <Icon node={TriangleAlert} /> : <Icon node={Info} />}
        <div>{children}</div>
      </div>
    ),
    'x-care': ({ skip, children }) => (
      <div className="note care">
        <Icon node={ShieldAlert} />
        <div>
          {children}
          {skip && (
            <p className="no-print">
              <a href={lesson === null ? `#${skip}` : `${lesson}?at=${skip}`}>{t('lesson.skipPassage')}</a>
            </p>
          )}
        </div>
      </div>
    ),
    'x-case': ({ children }) => (
      <div className="case">
        <p className="row">
          <Icon node={BookOpen} />
          <span className="chip">{t('lesson.workedExample')}</span>
          <span className="chip warn">{t('lesson.inventedCase')}</span>
        </p>
        {children}
      </div>
    ),
    'x-flow': ({ children }) => <figure className="flow">{children}</figure>,
    'x-discuss': ({ children }) => (
      <div className="discuss">
        <p className="row">
          <Icon node={MessagesSquare} />
          <span className="chip">{t('lesson.discuss')}</span>
        </p>
        {children}
      </div>
    ),
    'x-answer': ({ children }) => (
      <details className="case-answer">
        <summary>{t('lesson.proposedAnswer')}</summary>
        {children}
      </details>
    ),
    'x-title': ({ children }) => <p className="note-title">{children}</p>,
  }
}
