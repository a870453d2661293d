import type { PracticeKind } from '@/domain/case/practice-kind'
import type { Locale } from '@/domain/locale'
import type { PracticeFile, PracticeState } from '@/domain/practice/practice-file'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { RetiredReasons } from './retired'

type Props = {
  title: string
  /** `state` is shown if it is known. */
  items: readonly (Pick<PracticeFile, 'title' | 'retired'> & {
    path: string
    state?: PracticeState
    /** Shown where the list mixes several kinds. */
    kind?: PracticeKind
  })[]
  locale: Locale
  t: Translator
}

/**
 * Links to files for practice, on a page of another kind: those of a course, or those that she has begun. Renders
 * nothing if there are none.
 */
export function PracticeLinks({ title, items, locale, t }: Props) {
  if (items.length === 0) return null
  return (
    <section className="stack-s no-print" aria-labelledby="practice-links">
      <h2 id="practice-links">{title}</h2>
      <ul className="plain stack-s">
        {items.map(({ path, title, state, kind, retired }) => (
          <li key={path} className="row">
            <a href={href(locale, path)}>{typeset(title[locale], locale)}</a>
            {kind && <span className="sm muted">{t(`casework.kinds.${kind}.title`)}</span>}
            {state && <span className={`chip ${state === 'done' ? 'ok' : ''}`}>{t(`casework.state.${state}`)}</span>}
            {retired.length > 0 && (
              <div className="sm muted">
                <span className="chip warn">{t('casework.retired.chip')}</span>
                <RetiredReasons changes={retired} locale={locale} t={t} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <p className="sm">
        <a href={href(locale, '/practice')}>{t('casework.seeAll')}</a>
      </p>
    </section>
  )
}
