import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'

/** Tells a person with an account about the places that were taken with her address before, without the account. */
export function GuestPlacesNotice({ count, locale, t }: { count: number; locale: Locale; t: Translator }) {
  if (count === 0) return null
  return (
    <div className="note stack-s">
      <p>{t('registration.notice', { count: formatNumber(count, locale) })}</p>
      <form method="post" action={href(locale, '/seminars/claim')}>
        <button type="submit" className="btn">
          {t('registration.acts.claim')}
        </button>
      </form>
    </div>
  )
}
