import type { Locale } from '@/domain/locale'
import { type Translator, translator } from '@/i18n/translator'
import { LANGUAGE_NAMES } from '../../shell/language-names'
import { LetterPreview, type Parts } from './letter-preview'

export type Preview = { key: string; locale: Locale; people: number; parts: Parts }

/** The letters of an act, once in each language. The first is open, the others are folded. */
export function LetterPreviews({ previews, t }: { previews: readonly Preview[]; t: Translator }) {
  return (
    <section className="stack-s" aria-labelledby="letters">
      <h2 id="letters">{t('cohorts.many.letters')}</h2>
      {previews.map(({ key, locale, people, parts }, place) => {
        const own = translator(locale)
        return (
          <details key={key} className="card" open={place === 0}>
            <summary>
              <strong>
                <bdi lang={locale}>{LANGUAGE_NAMES[locale]}</bdi>
              </strong>{' '}
              <span className="muted xs">{t('cohorts.many.readers', { count: people })}</span>
            </summary>
            <LetterPreview locale={locale} subject={own('cohorts.remind.subject')} parts={parts} />
          </details>
        )
      })}
    </section>
  )
}
