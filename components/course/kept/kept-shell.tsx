import { ChevronRight, Scale } from 'lucide'
import { OFFLINE_PATH } from '@/domain/course/kept/kept-copy'
import type { Locale } from '@/domain/locale'
import { HOTLINE } from '@/domain/urgent-help'
import type { Translator } from '@/i18n/translator'
import { Footer } from '../../shell/footer'
import { href } from '../../shell/paths'
import { UrgentBar } from '../../shell/urgent-bar'
import { Icon } from '../../ui/icon'
import { PhoneLink } from '../../ui/phone-link'

type Props = {
  locale: Locale
  t: Translator
  /** The path of the same page on the site, without the language. */
  onSite: string
  children: React.ReactNode
}

/** The frame of a page that a device keeps. It is the same for every reader, and its links lead to kept pages. */
export function KeptShell({ locale, t, onSite, children }: Props) {
  return (
    <>
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <header className="top">
        <div className="wrap">
          <a className="brand" href={href(locale, OFFLINE_PATH)} data-home={href(locale, '/')}>
            <span className="mark">
              <Icon node={Scale} />
            </span>
            <span className="long">{t('site.name')}</span>
            <span className="short">{t('site.short')}</span>
          </a>
        </div>
      </header>
      <div className="pinned">
        <UrgentBar danger={t('site.danger')} leave={t('site.leave')} />
        <div role="status">
          {/* A script shows it while there is a network. */}
          <p className="offer-site no-print" hidden data-offer-site>
            <a href={href(locale, onSite)}>
              <span>{t('kept.online')}</span>
              <Icon node={ChevronRight} mirrored />
            </a>
          </p>
        </div>
      </div>
      {children}
      <Footer
        label={t('nav.footer')}
        danger={t('site.danger')}
        leave={null}
        links={[
          { href: href(locale, OFFLINE_PATH), label: t('kept.offline.title') },
          { href: href(locale, onSite), label: t('kept.onSite') },
        ]}
        controller={null}
        hotline={t.rich('site.hotline', { number: () => <PhoneLink key="hotline" number={HOTLINE} /> })}
      />
    </>
  )
}
