import { BRIEF_KINDS } from '@/domain/library/brief'
import { entryPath } from '@/domain/library/entry-path'
import type { Library } from '@/domain/library/library'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { ReviewState } from '../ui/review-state'
import { LibraryFrame } from './library-frame'

type Props = { store: Library; locale: Locale; t: Translator }

/** All briefs: the offences, then the measures. */
export function BriefsPage({ store, locale, t }: Props) {
  const briefs = Object.values(store.briefs)
  return (
    <LibraryFrame title={t('library.briefs.title')} lead={t('library.briefs.lead')} locale={locale} t={t}>
      {BRIEF_KINDS.map((kind) => (
        <section key={kind} className="stack" aria-labelledby={kind}>
          <h2 id={kind}>{t(`library.briefs.kinds.${kind}`)}</h2>
          <ul className="plain grid library-parts">
            {briefs
              .filter((brief) => brief.kind === kind)
              .map(({ id, title, lead }) => (
                <li key={id} className="card stack-s">
                  <h3>
                    <a href={href(locale, entryPath.brief(id))}>{typeset(title[locale], locale)}</a>
                  </h3>
                  <p className="sm">{typeset(lead[locale], locale)}</p>
                  <p className="row xs muted">
                    <ReviewState parts={[reviewOf(store, 'brief', id)]} locale={locale} t={t} />
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </LibraryFrame>
  )
}
