import type { ReactNode } from 'react'
import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'

type Texts = { locale: Locale; t: Translator }
type Props = Texts & {
  course: Localized
  /** Somebody is signed in, to whom the letter was not sent. */
  signedIn: boolean
  /** The question, asked or judged. */
  children: ReactNode
}

/** The question that the link in a letter opens, for whoever has the link: nothing on it is about a person. */
export function LinkedQuestionPage({ course, signedIn, children, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{t('review.title')}</h1>
      <p className="muted">{typeset(course[locale], locale)}</p>
      {children}
      <p className="sm muted">{t(signedIn ? 'review.linkNotHers' : 'review.linkNote')}</p>
    </main>
  )
}

/** A link to no question: forged, cut short, or of a question that is asked no more. */
export function BadLinkPage({ locale, t }: Texts) {
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{t('review.badLink')}</h1>
      <p>{t('review.badLinkLead')}</p>
      <p>
        <SignIn label={t('nav.signIn')} locale={locale} />
      </p>
    </main>
  )
}

/** Leads to all that waits for the person who signs in. */
export function SignIn({ label, locale }: { label: string; locale: Locale }) {
  const next = encodeURIComponent(href(locale, '/learning/review'))
  return (
    <a className="btn primary" href={`${href(locale, '/sign-in')}?next=${next}`}>
      {label}
    </a>
  )
}
