import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'

/** Tells whoever has an account of the places that her address took without it. */
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
