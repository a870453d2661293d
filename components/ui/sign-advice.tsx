import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Inline } from './inline'

type Props = { ask: Localized; record: Localized; locale: Locale; t: Translator }

/** What to ask about a sign, and what to write down: folded, since the sign is read first. */
export function SignAdvice({ ask, record, locale, t }: Props) {
  return (
    <details className="sm sign-advice">
      <summary>{t('library.indicators.advice')}</summary>
      <p>
        <strong>{t('library.indicators.ask')}</strong> <Inline source={ask[locale]} locale={locale} />
      </p>
      <p>
        <strong>{t('library.indicators.record')}</strong> <Inline source={record[locale]} locale={locale} />
      </p>
    </details>
  )
}
