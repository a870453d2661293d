import type { Locale, Localized } from '@/domain/locale'
import { MOST } from '@/domain/review/choose-cards'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Form } from '../form/form'
import { href } from '../shell/paths'

/** A course that she has completed, and that can be reviewed. */
export type OfferedCourse = { id: string; title: Localized }
type Texts = { locale: Locale; t: Translator }

/**
 * Offers the review of courses that she has completed. No question is asked and no letter is sent unless she begins it.
 */
export function BeginReviews({ offers, locale, t }: Texts & { offers: readonly OfferedCourse[] }) {
  if (offers.length === 0) return null
  return (
    <section className="stack" aria-labelledby="begin-review">
      <h2 id="begin-review">{t('review.offer')}</h2>
      <p>{t('review.offerLead', { count: MOST })}</p>
      {offers.map(({ id, title }) => (
        <div key={id} className="card stack">
          <h3>{typeset(title[locale], locale)}</h3>
          <Form
            id={`begin-${id}`}
            action={href(locale, '/learning/review/settings')}
            fields={[
              { kind: 'hidden', name: 'act', value: 'begin' },
              { kind: 'hidden', name: 'course', value: id },
              { kind: 'tick', name: 'letters', label: t('review.wantLetters') },
            ]}
            submit={t('review.start')}
            look="plain"
            t={t}
          />
        </div>
      ))}
    </section>
  )
}
