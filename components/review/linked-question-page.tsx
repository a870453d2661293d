import type { ReactNode } from 'react'
import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'

type Texts = { locale: Locale; t: Translator }
type Props = Texts & {
  course: Localized
  /** The person who is signed in is not the one to whom the letter was sent. */
  signedIn: boolean
  /** The question, asked or judged. */
  children: ReactNode
}

/** The question that the link in a letter opens, for anyone with the link: the page contains no personal data. */
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

/** The page for a link without a question: forged, cut short, or of a question that is no longer asked. */
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

/** Signs in and continues with all questions that wait for the person. */
export function SignIn({ label, locale }: { label: string; locale: Locale }) {
  const next = encodeURIComponent(href(locale, '/learning/review'))
  return (
    <a className="btn primary" href={`${href(locale, '/sign-in')}?next=${next}`}>
      {label}
    </a>
  )
}
