import type { Party } from '@/domain/certificate/paper'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { PartyLogo } from '../ui/party-logo'

type Texts = { locale: Locale; t: Translator }

/** A signatory with her title, in the script of the reader's language. */
export function SignatoryName({ signatory, locale, t }: { signatory: NonNullable<Party['signatory']> } & Texts) {
  const script = locale === 'ar' ? 'ar' : 'fr'
  const { name, title } = signatory
  return <bdi lang={script}>{t('certificate.signatoryOf', { name: name[script], title: title[script] })}</bdi>
}

/** The institutions that signed with the one that issued, each with its signatory. */
export function Cosigners({ cosigners, locale, t }: { cosigners: readonly Party[] } & Texts) {
  return (
    <ul className="plain stack-s">
      {cosigners.map(({ name, logo, signatory }) => (
        <li key={name.fr}>
          <span className="party">
            <PartyLogo logo={logo} />
            <bdi>{typeset(name[locale], locale)}</bdi>
          </span>
          {signatory && (
            <p className="sm">
              <SignatoryName signatory={signatory} locale={locale} t={t} />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
