import { documentPage } from '@/app/document'
import { VerifyPage } from '@/components/certificate/verify-page'
import { href } from '@/components/shell/paths'
import { readCertificateNumber } from '@/domain/certificate/certificate-number'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string }> }

/** Where a registrar types the number of a certificate. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t, query }) => {
    const typed = query.get('number')
    const reading = typed === null ? null : readCertificateNumber(typed)
    if (reading?.status === 'well-formed') return seeOther(`${href(locale, '/verify')}/${reading.number}#result`)
    const main = <VerifyPage typed={typed ?? ''} problem={reading?.status ?? null} locale={locale} t={t} />
    const title = reading ? `${t('fields.errorPrefix')} ${t('verify.title')}` : t('verify.title')
    return { title, description: t('verify.lead'), main, index: false, status: reading ? 400 : 200 }
  })
}
