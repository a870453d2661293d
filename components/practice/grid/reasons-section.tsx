import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { type Citing, Inline } from '../../ui/inline'

type Props = {
  /** Made of her answers. */
  own: string
  /** One sentence a line, with citations. */
  reference: string
  citing: Citing
  locale: Locale
  t: Translator
}

/**
 * Her reasons, to edit and print beside the reference ones. The field has no name and is outside any form, so it cannot
 * be sent. Its script copies the text to the paragraph that is printed.
 */
export function ReasonsSection({ own, reference, citing, locale, t }: Props) {
  return (
    <section className="card stack reasons" aria-labelledby="reasons">
      <div className="spread">
        <h2 id="reasons">{t('casework.grid.reasons.title')}</h2>
        <button type="button" className="btn" data-print hidden>
          {t('casework.grid.reasons.print')}
        </button>
      </div>
      <div className="reasons-columns">
        <div className="stack-s">
          <h3 id="own-reasons">{t('casework.grid.reasons.yours')}</h3>
          <p className="sm muted" id="own-reasons-how">
            {t('casework.grid.reasons.lead')}
          </p>
          <textarea
            data-reasons
            rows={Math.max(12, own.split('\n').length * 4)}
            aria-labelledby="own-reasons"
            aria-describedby="own-reasons-how"
            autoComplete="off"
            spellCheck={false}
            defaultValue={own}
          />
          <div className="reasons-paper" data-reasons-paper aria-hidden="true">
            {own}
          </div>
        </div>
        <div className="stack-s">
          <h3>{t('casework.grid.reasons.reference')}</h3>
          <div className="law-voice stack-s">
            {reference
              .split('\n')
              .filter((line) => line.trim() !== '')
              .map((line) => (
                <p key={line}>
                  <Inline source={line} locale={locale} citing={citing} />
                </p>
              ))}
          </div>
        </div>
      </div>
    </section>
  )
}
