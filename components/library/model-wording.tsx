import type { Library } from '@/domain/library/library'
import type { Model, ModelPart } from '@/domain/library/model'
import { directionOf, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Inline } from '../ui/inline'
import { CitationLinks } from './citation-links'

type Props = {
  model: Model
  /** The languages shown side by side, the Arabic first. */
  shown: readonly Locale[]
  /** Those that may be printed and copied. */
  usable: readonly Locale[]
  store: Library
  locale: Locale
  t: Translator
}

/** The wording part by part: the Arabic beside the second language. */
export function ModelWording({ model, shown, usable, store, locale, t }: Props) {
  return (
    // Without a signature, nothing is printed, not even empty rows.
    <section className={usable.length === 0 ? 'law model off-paper' : 'law model'} aria-labelledby="wording">
      <header>
        <h2 id="wording">{t('library.models.wording')}</h2>
        <p className="sm muted">{t('library.models.blanks')}</p>
      </header>
      <div className="pairs">
        {model.parts.map((part) => (
          <div key={part.text.fr} className="pair" data-as={part.as}>
            {shown.map((language) => (
              <Side key={language} part={part} language={language} usable={usable.includes(language)} />
            ))}
            <Basis part={part} store={store} locale={locale} t={t} />
          </div>
        ))}
      </div>
    </section>
  )
}

/** A part in one language. A language that may not be used can be neither selected nor printed. */
function Side({ part, language, usable }: { part: ModelPart; language: Locale; usable: boolean }) {
  return (
    <div lang={language} dir={directionOf(language)} className={usable ? 'tx' : 'tx unsigned off-paper'}>
      <p>
        <Inline source={part.text[language]} locale={language} />
      </p>
    </div>
  )
}

type BasisProps = Pick<Props, 'store' | 'locale' | 't'> & { part: ModelPart }

/** The provisions that a part applies, and a note to the drafter. Neither belongs to the wording. */
function Basis({ part: { cites = [], note }, store, locale, t }: BasisProps) {
  if (cites.length === 0 && !note) return null
  return (
    <div className="basis sm no-print" dir={directionOf(locale)}>
      {note && (
        <p>
          <strong>{t('library.models.note')}</strong> <Inline source={note[locale]} locale={locale} />
        </p>
      )}
      {cites.length > 0 && <CitationLinks cites={cites} store={store} locale={locale} />}
    </div>
  )
}
