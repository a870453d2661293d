import { entryAnchor } from '@/domain/library/entry-path'
import type { Term } from '@/domain/library/glossary'
import type { LawStore } from '@/domain/library/library'
import { directionOf, LOCALES, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { Inline } from '../ui/inline'
import { TermSource } from '../ui/term-source'
import { Text } from '../ui/text'
import { CitationLinks } from './citation-links'

type Props = { terms: readonly Term[]; store: LawStore; locale: Locale; t: Translator }

/** Each term in the three languages side by side, the page's language first. On a phone each term is a card. */
export function TermTable({ terms, store, locale, t }: Props) {
  const languages = [locale, ...LOCALES.filter((language) => language !== locale)]
  return (
    <table className="terms">
      <caption className="sr">{t('library.glossary.table')}</caption>
      <thead>
        <tr>
          {languages.map((language) => (
            <th key={language} scope="col" lang={language}>
              {LANGUAGE_NAMES[language]}
            </th>
          ))}
          <th scope="col">{t('library.glossary.about')}</th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <tr key={term.id} id={entryAnchor.term(term.id)}>
            {languages.map((language) => (
              <Word key={language} term={term} language={language} isFirst={language === locale} />
            ))}
            <td>
              <About term={term} store={store} locale={locale} t={t} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Word({ term, language, isFirst }: { term: Term; language: Locale; isFirst: boolean }) {
  const words = (
    <>
      <span className="xs muted word-language" aria-hidden="true">
        {LANGUAGE_NAMES[language]}
      </span>
      <span className="word" lang={language} dir={directionOf(language)}>
        <Text>{typeset(term[language], language)}</Text>
      </span>
    </>
  )
  return isFirst ? <th scope="row">{words}</th> : <td>{words}</td>
}

function About({ term, store, locale, t }: { term: Term } & Omit<Props, 'terms'>) {
  const { note, cites = [], source, confidence } = term
  return (
    <div className="stack-s">
      {note && (
        <p>
          <Inline source={note[locale]} locale={locale} />
        </p>
      )}
      {cites.length > 0 && <CitationLinks cites={cites} store={store} locale={locale} />}
      <p className="xs muted">
        {t.rich('library.glossary.source', {
          source: () => <TermSource key={term.id} source={source} locale={locale} />,
        })}
        <br />
        {t(`library.cases.confidence.${confidence}`)}
      </p>
    </div>
  )
}
