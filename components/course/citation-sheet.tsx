import { X } from 'lucide'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

/** The sheet in which the script shows the target of a citation. Hidden without JavaScript. @see citationInSheet */
export function CitationSheet({ t }: { t: Translator }) {
  return (
    <div id="sheet" className="sheet no-print" popover="manual" role="dialog" aria-labelledby="sheet-title" hidden>
      <header>
        <h2 id="sheet-title" tabIndex={-1}>
          {t('lesson.cited')}
        </h2>
        <button type="button" aria-label={t('lesson.closeCited')} data-close>
          <Icon node={X} />
        </button>
      </header>
      <div className="sheet-text stack" />
      <footer className="row sm" />
    </div>
  )
}
