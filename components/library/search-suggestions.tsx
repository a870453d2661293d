import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Ref } from '../ui/ref'
import { Text } from '../ui/text'

type Link = { href: string; label: string }
type Props = { query: string; terms: readonly Link[]; articles: readonly Link[]; locale: Locale; t: Translator }

/** Shown if nothing was found: the query as it was typed, and suggestions. */
export function SearchSuggestions({ query, terms, articles, locale, t }: Props) {
  return (
    <div className="stack">
      <p className="note warn">
        <bdi>{t('library.find.empty', { query })}</bdi>
      </p>
      <Links title={t('library.find.tryTerms')} links={terms} />
      <Links title={t('library.find.tryArticles')} links={articles} />
      <p>{t.rich('library.find.tryNumber', { number: () => <Ref key="number">448-1</Ref> })}</p>
      <p>
        <a className="btn" href={href(locale, '/library/glossary')}>
          {t('library.find.glossary')}
        </a>
      </p>
    </div>
  )
}

function Links({ title, links }: { title: string; links: readonly Link[] }) {
  if (links.length === 0) return null
  return (
    <div className="stack-s">
      <h3>{title}</h3>
      <ul className="plain links">
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>
              <Text>{link.label}</Text>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
