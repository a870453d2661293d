import type { Locale } from '@/domain/locale'
import type { ChangedPart } from '@/domain/seminar/change'
import type { SeminarFields } from '@/domain/seminar/seminar-form'
import { shownIn } from '@/domain/text/texts'
import { boundsOf, type HoursEffect } from '@/domain/time/half-days'
import { formatDuration } from '@/i18n/duration'
import type { Translator } from '@/i18n/translator'
import { spanOf } from '@/i18n/when'
import { FieldView } from '../form/field'
import type { FormState } from '../form/form-state'
import { halfDayText } from './check-in-page'

/** What saving a change would do, before it is done. */
export type ReviewView = {
  before: SeminarFields
  after: SeminarFields
  parts: readonly ChangedPart[]
  /** The number of people who get a letter. */
  told: number
  hours: readonly HoursEffect[]
  needsReason: boolean
  key: string
}
type Props = { review: ReviewView; state: FormState; locale: Locale; t: Translator }

/** In the form of a seminar: what people would read, how many they are, and what becomes of attested hours. */
export function ChangeReview({ review, state, locale, t }: Props) {
  const { before, after, parts, told, hours, needsReason, key } = review
  return (
    <section className="note warn stack" aria-labelledby="review" id="review-of-change" tabIndex={-1}>
      <div className="stack">
        <h2 id="review">{t('seminar.review.title')}</h2>
        <ul>
          {parts.map((part) => (
            <li key={part}>
              {t(`mail.seminarChanged.parts.${part}`, { ...valuesOf(part, before, after, locale, t) })}
            </li>
          ))}
        </ul>
        {told > 0 && <p>{t('seminar.review.told', { count: told })}</p>}
        {hours.length > 0 && <Hours hours={hours} locale={locale} t={t} />}
        {needsReason && (
          <FieldView
            id="seminar"
            field={{
              kind: 'area',
              name: 'reason',
              label: t('seminar.review.reason'),
              hint: t('seminar.review.reasonHint'),
              rows: 2,
              value: state.values.reason ?? '',
            }}
            state={state}
            optional=""
          />
        )}
        <input type="hidden" name="reviewed" value={key} />
        <p>
          <button type="submit" className="btn primary">
            {told > 0 ? t('seminar.review.pressTelling', { count: told }) : t('seminar.review.press')}
          </button>
        </p>
      </div>
    </section>
  )
}

function valuesOf(part: ChangedPart, before: SeminarFields, after: SeminarFields, locale: Locale, t: Translator) {
  const shown = ({ sittings, place }: SeminarFields) =>
    part === 'when'
      ? spanOf(boundsOf(sittings), locale, t)
      : ((place && shownIn(place, locale)?.value) ?? t('seminar.online'))
  return { before: shown(before), after: shown(after) }
}

function Hours({ hours, locale, t }: Pick<Props, 'locale' | 't'> & { hours: readonly HoursEffect[] }) {
  return (
    <div className="stack-s">
      <p>{t('seminar.review.hours')}</p>
      <ul>
        {hours.map(({ day, half, present, before, after }) => (
          <li key={`${day} ${half}`}>
            {t(before === after ? 'seminar.review.sameHours' : 'seminar.review.otherHours', {
              half: halfDayText({ day, half }, locale, t),
              before: formatDuration(before, locale),
              after: formatDuration(after, locale),
              count: present,
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
