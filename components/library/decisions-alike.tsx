import { decisionsAlike } from '@/domain/library/decisions-alike'
import { type Library, lookUp } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { DecisionLine } from './decision-line'

type Props = {
  /** The keywords of a file that was worked through. */
  keywords: readonly string[]
  store: Pick<Library, 'decisions' | 'keywords'>
  locale: Locale
  t: Translator
}

/** The decisions that have most in common with a file, how each ended, and what they share. Nothing if none does. */
export function DecisionsAlike({ keywords, store, locale, t }: Props) {
  const alike = decisionsAlike(keywords, Object.values(store.decisions))
  if (alike.length === 0) return null
  const labels = (ids: readonly string[]) =>
    ids.map((id) => typeset(lookUp(store.keywords, id)?.label[locale] ?? id, locale)).join(' · ')
  return (
    <section className="card stack" aria-labelledby="decisions-alike">
      <h2 id="decisions-alike">{t('library.alike.title', { count: alike.length })}</h2>
      <ul className="plain stack">
        {alike.map(({ decision: { id }, shared }) => (
          <li key={id} className="stack-s">
            <p>
              <DecisionLine id={id} store={store} locale={locale} t={t} />
            </p>
            <p className="sm muted">{t('library.alike.shared', { keywords: labels(shared) })}</p>
          </li>
        ))}
      </ul>
      <p className="sm muted">{t('library.alike.note')}</p>
    </section>
  )
}
