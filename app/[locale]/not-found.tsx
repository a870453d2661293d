import { headers } from 'next/headers'
import { href } from '@/components/shell/paths'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'

export default async function NotFound() {
  const first = (await headers()).get('x-pathname')?.split('/')[1]
  const locale = isLocale(first) ? first : 'ar'
  const t = translator(locale)
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{t('errors.notFoundTitle')}</h1>
      <p>{t('errors.not-found')}</p>
      <p className="row">
        <a className="btn primary" href={href(locale, '/')}>
          {t('errors.home')}
        </a>
        <a className="btn" href={href(locale, '/courses')}>
          {t('nav.courses')}
        </a>
      </p>
    </main>
  )
}
