import type { ReactNode } from 'react'
import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Crumbs } from '../ui/crumbs'

type Props = {
  title: Localized
  /** The page above this one, beside the list of all files. */
  above?: { href: string; label: string }
  children: ReactNode
  locale: Locale
  t: Translator
}

/** The head of every page of an invented file: the way back, and that it is invented. */
export function CaseHead({ title, above, children, locale, t }: Props) {
  return (
    <header className="stack-s">
      <Crumbs
        label={t('nav.backTo', { place: t('casework.title') })}
        links={[{ href: href(locale, '/practice'), label: t('casework.title') }, ...(above ? [above] : [])]}
      />
      <p>
        <span className="chip care">{t('casework.badge')}</span>
      </p>
      <h1>{typeset(title[locale], locale)}</h1>
      {children}
    </header>
  )
}
