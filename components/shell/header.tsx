import { Menu, Scale } from 'lucide'
import type { Locale } from '@/domain/locale'
import { LOCALES } from '@/domain/locale'
import { Icon } from '../ui/icon'
import { LANGUAGE_NAMES } from './language-names'

export type NavItem = { href: string; label: string; current: boolean }
export type HeaderTexts = { name: string; short: string; main: string; language: string; menu: string }
type Props = {
  locale: Locale
  texts: HeaderTexts
  nav: readonly NavItem[]
  account: readonly NavItem[]
  /** The address of the same page in each language. */
  languageHrefs: Record<Locale, string>
}

export function Header({ locale, texts, nav, account, languageHrefs }: Props) {
  return (
    <header className="top">
      <div className="wrap">
        <a className="brand" href={`/${locale}`}>
          <span className="mark">
            <Icon node={Scale} />
          </span>
          <span className="long">{texts.name}</span>
          <span className="short">{texts.short}</span>
        </a>
        <nav className="nav" aria-label={texts.main}>
          {nav.map((item) => (
            <NavLink key={item.href} {...item} />
          ))}
        </nav>
        <div className="account">
          {account.map((item) => (
            <NavLink key={item.href} {...item} />
          ))}
        </div>
        <Languages locale={locale} label={texts.language} hrefs={languageHrefs} />
        <button type="button" className="btn menubtn" popoverTarget="menu">
          <Icon node={Menu} />
          {texts.menu}
        </button>
      </div>
      <div id="menu" className="menu" popover="auto">
        {[...nav, ...account].map((item) => (
          <NavLink key={item.href} {...item} />
        ))}
        <Languages locale={locale} label={texts.language} hrefs={languageHrefs} />
      </div>
    </header>
  )
}

function NavLink({ href, label, current }: NavItem) {
  return (
    <a href={href} aria-current={current ? 'page' : undefined}>
      {label}
    </a>
  )
}

function Languages({ locale, label, hrefs }: { locale: Locale; label: string; hrefs: Record<Locale, string> }) {
  return (
    <nav className="langs" aria-label={label}>
      {LOCALES.map((language) => (
        <a
          key={language}
          lang={language}
          hrefLang={language}
          href={hrefs[language]}
          aria-current={language === locale ? 'true' : undefined}
        >
          {LANGUAGE_NAMES[language]}
        </a>
      ))}
    </nav>
  )
}
