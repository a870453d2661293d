import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from './paths'

/** `back`: the link goes back to the page where she was. */
export type RefusalLink = { href: string; label: string; back?: boolean }

type Props = {
  locale: Locale
  t: Translator
  title: string
  text: string
  /** The first link, before those that every refusal has. */
  way: RefusalLink | null
  /** The reference of the error in the log. */
  reference?: string
}

/** The main part of a page that refuses a request: the reason, and where to go from here. */
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
          // The link back sends no referrer: if that page is refused too, its back link must not lead here again.
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
