import { entryPath } from '@/domain/library/entry-path'
import type { Library } from '@/domain/library/library'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Inline } from '../ui/inline'
import { Note } from '../ui/note'
import { ReviewState } from '../ui/review-state'
import { LibraryFrame } from './library-frame'

type Props = { store: Library; locale: Locale; t: Translator }

/** The list of models, with a warning that all are invented. */
export function ModelsPage({ store, locale, t }: Props) {
  const models = Object.values(store.models)
  return (
    <LibraryFrame
      title={t('library.models.title')}
      lead={t('library.models.lead')}
      notice={
        <Note tone="warn" title={t('library.models.inventedTitle')}>
          {t('library.models.invented')}
        </Note>
      }
      count={t('library.models.count', { count: models.length })}
      locale={locale}
      t={t}
    >
      <ul className="plain grid library-parts">
        {models.map(({ id, title, lead }) => (
          <li key={id} className="card stack-s">
            <h2>
              <a href={href(locale, entryPath.model(id))}>{typeset(title[locale], locale)}</a>
            </h2>
            <p className="sm">
              <Inline source={lead[locale]} locale={locale} />
            </p>
            <p>
              <ReviewState parts={[reviewOf(store, 'model', id)]} locale={locale} t={t} />
            </p>
          </li>
        ))}
      </ul>
    </LibraryFrame>
  )
}
