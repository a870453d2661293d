import type { ReactNode } from 'react'
import type { PracticeKind } from '@/domain/case/practice-kind'
import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Crumbs } from '../ui/crumbs'

type Props = {
  title: Localized
  /** The page above this one, in the breadcrumbs after the list of all practices. */
  above?: { href: string; label: string }
  /** The kind of practice: a file may have both a grid and a worksheet. */
  kind?: PracticeKind
  children: ReactNode
  locale: Locale
  t: Translator
}

/** The head of each page of an invented file: the breadcrumbs, and a badge that says that the file is invented. */
export function CaseHead({ title, above, kind, children, locale, t }: Props) {
  return (
    <header className="stack-s">
      <Crumbs
        label={t('nav.backTo', { place: t('casework.title') })}
        links={[{ href: href(locale, '/practice'), label: t('casework.title') }, ...(above ? [above] : [])]}
      />
      <p className="row">
        <span className="chip care">{t('casework.badge')}</span>
        {kind && <span className="sm muted">{t(`casework.kinds.${kind}.title`)}</span>}
      </p>
      <h1>{typeset(title[locale], locale)}</h1>
      {children}
    </header>
  )
}
