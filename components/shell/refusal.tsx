import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from './paths'

/** `back`: it leads to where she was. */
export type Way = { href: string; label: string; back?: boolean }

type Props = {
  locale: Locale
  t: Translator
  title: string
  text: string
  /** The first link, before those that are on every refusal. */
  way: Way | null
  /** Under which the log has what happened. */
  reference?: string
}

/** The main part of a page that refuses: what is in the way, and where to go from here. */
export function Refusal({ locale, t, title, text, way, reference }: Props) {
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{title}</h1>
      <p>{text}</p>
      {reference && (
        <p className="sm muted">
          {t('errors.reference')} <bdi dir="ltr">{reference}</bdi>
        </p>
      )}
      <p className="row">
        {way && (
          // Back without a referrer: if that page is refused too, it must not lead here again.
          <a className="btn primary" href={way.href} {...(way.back && { referrerPolicy: 'no-referrer' })}>
            {way.label}
          </a>
        )}
        <a className="btn" href={href(locale, '/')}>
          {t('errors.home')}
        </a>
        <a className="btn" href={href(locale, '/courses')}>
          {t('nav.courses')}
        </a>
      </p>
    </main>
  )
}
