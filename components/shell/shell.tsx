import type { Locale } from '@/domain/locale'
import { LOCALES } from '@/domain/locale'
import { HOTLINE } from '@/domain/urgent-help'
import type { Translator } from '@/i18n/translator'
import { PhoneLink } from '../ui/phone-link'
import { Footer } from './footer'
import { Header, type NavItem } from './header'
import { href, reportHref } from './paths'
import { UrgentBar } from './urgent-bar'

type Props = {
  locale: Locale
  t: Translator
  /** The path and query of this page without its language. The language links keep them. */
  path: string
  /** The path without the query. */
  place: string
  /** The part of the query that the link for reporting an error adds to its address. */
  kept: string
  /** @see sectionOf */
  section: string
  signedIn: boolean
  /** @see isPublic */
  open: boolean
  /** The person works for an institution or the platform. */
  staff?: boolean
  /** The person reviews texts. */
  reviewer?: boolean
  /** The controller of personal data; null if the settings name none. */
  controller?: string | null
  children: React.ReactNode
}

/** The pages that the header and the footer link to. */
const SECTIONS = [
  '/courses',
  '/practice',
  '/seminars',
  '/library',
  '/learning',
  '/verify',
  '/account',
  '/desk',
  '/review',
  '/sign-in',
  '/sign-up',
  '/about',
  '/help',
  '/privacy',
  '/accessibility',
]

/** The pages of staff, which the work page leads to. */
const WORK = /^\/(institutions|cohorts|national)(?=\/|$)/

/** The section of the header or footer that a page belongs to; empty if it belongs to none. */
export function sectionOf(path: string): string {
  const place = (path.split('?')[0] ?? '').replace(WORK, '/desk')
  return SECTIONS.find((section) => place === section || place.startsWith(`${section}/`)) ?? ''
}

/**
 * Pages that show a signed-in person her own data. For a person who is signed out, a lesson is as public as the rest.
 */
const PERSONAL_PAGES =
  /^\/(practice\/(grid|referral)|learning|account|certificates|desk|review|institutions|cohorts|courses\/[^/?]+\/)/

/** True if the page may be read without an account. */
export function isPublic(path: string, signedIn: boolean): boolean {
  return !signedIn || !PERSONAL_PAGES.test(path)
}

/** The frame of every page: skip link, header with the same page in each language, footer. */
export function Shell(props: Props) {
  const { locale, t, path, place, kept, section, signedIn, open, controller = null, children } = props
  const { staff = false, reviewer = false } = props
  const item = (target: string, label: string): NavItem => ({
    href: href(locale, target),
    label,
    current: section === target,
  })
  const nav = [
    item('/courses', t('nav.courses')),
    item('/practice', t('nav.practice')),
    item('/seminars', t('nav.seminars')),
    item('/library', t('nav.library')),
    item('/learning', t('nav.learning')),
  ]
  const account = signedIn
    ? [
        ...(staff ? [item('/desk', t('desk.work'))] : []),
        ...(reviewer ? [item('/review', t('editorial.title'))] : []),
        item('/account', t('nav.account')),
      ]
    : [item('/sign-in', t('nav.signIn')), item('/sign-up', t('nav.signUp'))]
  const links = [
    item('/verify', t('nav.verify')),
    item('/help', t('nav.help')),
    item('/about', t('nav.about')),
    item('/privacy', t('nav.privacy')),
    item('/accessibility', t('nav.accessibility')),
    { href: `${reportHref(locale, place)}${kept}`, label: t('errorReport.linkPage'), current: false },
  ]
  const hrefs = Object.fromEntries(LOCALES.map((language) => [language, `/${language}${path}`]))
  return (
    <>
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <Header
        locale={locale}
        texts={headerTexts(t)}
        nav={nav}
        account={account}
        languageHrefs={hrefs as Record<Locale, string>}
      />
      {open && <UrgentBar danger={t('site.danger')} leave={t('site.leave')} />}
      {children}
      <Footer
        label={t('nav.footer')}
        danger={t('site.danger')}
        leave={open ? null : t('site.leave')}
        links={links}
        controller={controller && t.rich('site.controller', { name: () => <bdi key="name">{controller}</bdi> })}
        hotline={t.rich('site.hotline', { number: () => <PhoneLink key="hotline" number={HOTLINE} /> })}
      />
    </>
  )
}

function headerTexts(t: Translator) {
  return {
    name: t('site.name'),
    short: t('site.short'),
    main: t('nav.main'),
    language: t('nav.language'),
    menu: t('nav.menu'),
  }
}

/** The font of the interface's script, preloaded before the style sheet names it. */
export const UI_FONT: Record<Locale, string> = {
  ar: '/fonts/notosans-ar.woff2',
  fr: '/fonts/notosans-la.woff2',
  en: '/fonts/notosans-la.woff2',
}
