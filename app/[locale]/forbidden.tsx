import { headers } from 'next/headers'
import { href } from '@/components/shell/paths'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'

/** 403: signed in, but the address must be confirmed first. */
export default async function Forbidden() {
  const first = (await headers()).get('x-pathname')?.split('/')[1]
  const locale = isLocale(first) ? first : 'ar'
  const t = translator(locale)
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{t('errors.forbiddenTitle')}</h1>
      <p>{t('errors.unconfirmed')}</p>
      <p className="row">
        <a className="btn primary" href={href(locale, '/account')}>
          {t('nav.account')}
        </a>
        <a className="btn" href={href(locale, '/')}>
          {t('errors.home')}
        </a>
      </p>
    </main>
  )
}
