import { page } from '@/app/http/get-page'
import { VerifyPage } from '@/components/certificate/verify-page'
import { href } from '@/components/shell/paths'
import { readCertificateNumber } from '@/domain/certificate/certificate-number'
import { seeOther } from '@/server/respond'

/** The page where a registrar types the number of a certificate. */
export const GET = page(async ({ locale, t, query }) => {
  const typed = query.get('number')
  const reading = typed === null ? null : readCertificateNumber(typed)
  if (reading?.status === 'well-formed') return seeOther(`${href(locale, '/verify')}/${reading.number}#result`)
  const main = <VerifyPage typed={typed ?? ''} problem={reading?.status ?? null} locale={locale} t={t} />
  const title = reading ? `${t('fields.errorPrefix')} ${t('verify.title')}` : t('verify.title')
  return { title, description: t('verify.lead'), main, index: false, status: reading ? 400 : 200 }
})
