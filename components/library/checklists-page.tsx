import { entryPath } from '@/domain/library/entry-path'
import type { Library } from '@/domain/library/library'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { citationName } from '../ui/citation-name'
import { Inline } from '../ui/inline'
import { ReviewState } from '../ui/review-state'
import { Text } from '../ui/text'
import { LibraryFrame } from './library-frame'

type Props = { store: Library; locale: Locale; t: Translator }

/** The checklists of the steps of the procedure, and those that stand beside an article. */
export function ChecklistsPage({ store, locale, t }: Props) {
  return (
    <LibraryFrame title={t('library.checklists.title')} lead={t('library.checklists.lead')} locale={locale} t={t}>
      <ul className="plain grid library-parts">
        {Object.values(store.procedureChecklists).map(({ id, title, lead, items }) => (
          <li key={id} className="card stack-s">
            <h2>
              <a href={href(locale, entryPath.checklist(id))}>{typeset(title[locale], locale)}</a>
            </h2>
            <p className="sm">
              <Inline source={lead[locale]} locale={locale} />
            </p>
            <p className="row xs muted">
              <span>{t('library.checklists.count', { count: items.length })}</span>
              <ReviewState parts={[reviewOf(store, 'checklist', id)]} locale={locale} t={t} />
            </p>
          </li>
        ))}
      </ul>
      <section className="stack-s" aria-labelledby="of-articles">
        <h2 id="of-articles">{t('library.checklists.ofArticles')}</h2>
        <ul className="plain entries columns">
          {Object.values(store.checklists).map(({ provision, items }) => (
            <li key={provision}>
              <a href={`${href(locale, `/library/law/${provision}`)}#checklist`}>
                <Text>{citationName(store, provision, locale) ?? provision}</Text>
              </a>
              <span className="sm muted">{t('library.checklists.count', { count: items.length })}</span>
            </li>
          ))}
        </ul>
      </section>
    </LibraryFrame>
  )
}
