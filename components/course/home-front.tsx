import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { NameIn } from '../ui/name-in'
import { Text } from '../ui/text'
import { Cover } from './cover'
import { PrimaryAction } from './primary-action'

type Texts = { locale: Locale; t: Translator }

/** What the platform is, for a reader who is signed out. */
export function Hero({ locale, t }: Texts) {
  return (
    <div className="front">
      <div className="wrap">
        <div className="stack">
          <h1>{t('home.title')}</h1>
          <p className="lead muted">
            <Text>{t('home.lead')}</Text>
          </p>
          <p className="row">
            <PrimaryAction action={{ kind: 'link', href: href(locale, '/courses'), label: t('learning.seeCourses') }} />
            <a className="btn" href={href(locale, '/sign-up')}>
              {t('nav.signUp')}
            </a>
          </p>
        </div>
        <Cover course={null} place="top" scale={1.5} />
      </div>
    </div>
  )
}

type Person = { nameArabic: string; nameLatin: string }

/** For a signed-in reader, who knows the site: a greeting instead of the introduction. */
export function Greeting({ nameArabic, nameLatin, locale, t }: Person & Texts) {
  return (
    <div className="front greeting">
      <div className="wrap">
        <div className="stack-s">
          <h1>
            {t.rich('learning.hello', {
              name: () => <NameIn key="name" names={{ nameArabic, nameLatin }} locale={locale} />,
            })}
          </h1>
          <p>
            <a href={href(locale, '/learning')}>{t('learning.title')}</a>
          </p>
        </div>
        <Cover course={null} place="top" />
      </div>
    </div>
  )
}
