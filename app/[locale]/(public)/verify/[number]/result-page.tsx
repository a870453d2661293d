import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { VerifiedPage } from '@/components/certificate/verified-page'
import { UnknownNumberPage } from '@/components/certificate/verify-page'
import type { NameAnswer } from '@/domain/certificate/name-check'
import { clientAddress } from '@/server/auth/client-address'
import { verifyCertificate } from '@/server/certificate/verify-certificate'

type Asked = { number: string; key: string | null; given: { name: string; answer: NameAnswer } | null }

/**
 * The certificate that a number names. With the holder's key it shows the full name too. @throws {AppError}
 * too-many-requests
 */
export async function resultPage({ locale, t }: Context, asked: Asked): Promise<DocumentPage> {
  const { number, key, given } = asked
  const found = await verifyCertificate(number, key, { address: await clientAddress(), now: new Date() })
  const page = { title: t('verify.resultTitle'), index: false, secretAddress: key !== null }
  if (found.status === 'unknown') {
    const main = <UnknownNumberPage typed={number} problem={found.problem} locale={locale} t={t} />
    return { ...page, main, status: 404 }
  }
  const main = <VerifiedPage found={found} sharedKey={key} given={given} locale={locale} t={t} />
  return { ...page, main, ...(found.name.status === 'hidden' && { script: 'verify.js' as const }) }
}
