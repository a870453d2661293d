import type { DocumentContext } from '@/app/document'
import type { DocumentPage } from '@/app/document-content'
import { DocumentLinks } from '@/components/certificate/document-links'
import { FactsList } from '@/components/certificate/facts-list'
import { FullName } from '@/components/certificate/full-name'
import { IdentityLine } from '@/components/certificate/identity-line'
import { NameForm } from '@/components/certificate/name-form'
import { NumberForm } from '@/components/certificate/number-form'
import { StatusNote } from '@/components/certificate/status-note'
import { href } from '@/components/shell/paths'
import type { NameAnswer } from '@/domain/certificate/name-check'
import { clientAddress } from '@/server/auth/client-address'
import { type Verification, verifyCertificate } from '@/server/certificate/verify-certificate'

type Found = Extract<Verification, { status: 'found' }>
type Asked = { number: string; key: string | null; given: { name: string; answer: NameAnswer } | null }

/** What a number stands for; with the holder's key also the full name. @throws {AppError} too-many-requests */
export async function resultPage({ locale, t }: DocumentContext, asked: Asked): Promise<DocumentPage> {
  const { number, key, given } = asked
  const found = await verifyCertificate(number, key, { address: await clientAddress(), now: new Date() })
  const verify = href(locale, '/verify')
  const title = t('verify.resultTitle')
  const page = { title, index: false, secretAddress: key !== null }
  if (found.status === 'unknown') {
    const main = (
      <main id="main" className="wrap page stack narrow">
        <h1>{title}</h1>
        <NumberForm action={verify} typed={number} problem={found.problem} t={t} />
      </main>
    )
    return { ...page, main, status: 404 }
  }
  const { facts, name } = found
  const main = (
    <main id="main" className="wrap page stack narrow">
      <h1>{title}</h1>
      <StatusNote id="result" facts={facts} locale={locale} t={t} />
      {key !== null && name.status === 'hidden' && <p className="note warn">{t('verify.wrongKey')}</p>}
      <div className="card">
        <FactsList facts={facts} holder={<Holder found={found} locale={locale} t={t} />} locale={locale} t={t} />
      </div>
      {key !== null && name.status === 'shown' && facts.status === 'valid' && (
        <DocumentLinks number={facts.number} sharedKey={key} t={t} />
      )}
      {name.status === 'hidden' && <NameForm action={`${verify}/${facts.number}`} given={given} t={t} />}
      <p>
        <a href={verify}>{t('verify.another')}</a>
      </p>
    </main>
  )
  return { ...page, main, ...(name.status === 'hidden' && { script: 'verify.js' as const }) }
}

type HolderProps = Pick<DocumentContext, 'locale' | 't'> & { found: Found }

function Holder({ found: { facts, name }, locale, t }: HolderProps) {
  if (name.status === 'gone') return t('verify.nameGone')
  const identity = <IdentityLine facts={facts} locale={locale} t={t} />
  if (name.status === 'shown') return <FullName {...name}>{identity}</FullName>
  return (
    <span className="full-name">
      <bdi dir="ltr">{facts.initials}</bdi>
      {identity}
    </span>
  )
}
