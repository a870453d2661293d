import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import type { NameAnswer } from '@/domain/certificate/name-check'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { DocumentLinks } from './document-links'
import { FactsList } from './facts-list'
import { FullName } from './full-name'
import { IdentityLine } from './identity-line'
import { NameForm } from './name-form'
import { StatusNote } from './status-note'

type Name =
  | { status: 'shown'; nameArabic: string; nameLatin: string }
  /** Only the holder's key shows it. */
  | { status: 'hidden' }
  /** Its holder has deleted her account. */
  | { status: 'gone' }
type Props = {
  found: { facts: CertificateFacts; name: Name }
  /** The holder's key, as the address has it. */
  sharedKey: string | null
  /** A name that was checked, and the answer. */
  given: { name: string; answer: NameAnswer } | null
  locale: Locale
  t: Translator
}

/** The certificate with a given number; with the holder's key, also the full name. */
export function VerifiedPage({ found, sharedKey, given, locale, t }: Props) {
  const { facts, name } = found
  const verify = href(locale, '/verify')
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{t('verify.resultTitle')}</h1>
      <StatusNote id="result" facts={facts} locale={locale} t={t} />
      {sharedKey !== null && name.status === 'hidden' && <p className="note warn">{t('verify.wrongKey')}</p>}
      <div className="card">
        <FactsList facts={facts} holder={<Holder found={found} locale={locale} t={t} />} locale={locale} t={t} />
      </div>
      {sharedKey !== null && name.status === 'shown' && facts.status === 'valid' && (
        <DocumentLinks facts={facts} sharedKey={sharedKey} t={t} />
      )}
      {name.status === 'hidden' && <NameForm action={`${verify}/${facts.number}`} given={given} t={t} />}
      <p>
        <a href={verify}>{t('verify.another')}</a>
      </p>
    </main>
  )
}

function Holder({ found: { facts, name }, locale, t }: Pick<Props, 'found' | 'locale' | 't'>) {
  if (name.status === 'gone') return t('verify.nameGone')
  const identity = <IdentityLine facts={facts} locale={locale} t={t} />
  if (name.status === 'shown') return <FullName {...name}>{identity}</FullName>
  return (
    <span className="full-name">
      {locale === 'ar' ? (
        <bdi lang="ar">{facts.initials.ar}</bdi>
      ) : (
        <bdi lang="fr" dir="ltr">
          {facts.initials.fr}
        </bdi>
      )}
      {identity}
    </span>
  )
}
