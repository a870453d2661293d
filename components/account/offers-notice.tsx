import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'

/** Says that offered roles wait for the reader's answer, and links to them. Renders nothing if there are none. */
export function OffersNotice({ count, locale, t }: { count: number; locale: Locale; t: Translator }) {
  if (count === 0) return null
  return (
    <p className="note">
      {t('myInstitutions.notice', { count })}{' '}
      <a href={href(locale, '/account/institutions')}>{t('myInstitutions.noticeLink')}</a>
    </p>
  )
}
