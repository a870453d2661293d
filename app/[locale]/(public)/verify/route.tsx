import { documentPage } from '@/app/document'
import { NumberForm } from '@/components/certificate/number-form'
import { href } from '@/components/shell/paths'
import { readCertificateNumber } from '@/domain/certificate/certificate-number'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string }> }

/** Where a registrar types the number of a certificate. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t, query }) => {
    const action = href(locale, '/verify')
    const typed = query.get('number')
    const reading = typed === null ? null : readCertificateNumber(typed)
    if (reading?.status === 'well-formed') return seeOther(`${action}/${reading.number}#result`)
    const main = (
      <main id="main" className="wrap page stack narrow">
        <h1>{t('verify.title')}</h1>
        <p className="lead">{t('verify.lead')}</p>
        <NumberForm action={action} typed={typed ?? ''} problem={reading?.status ?? null} t={t} />
      </main>
    )
    const title = reading ? `${t('fields.errorPrefix')} ${t('verify.title')}` : t('verify.title')
    return { title, description: t('verify.lead'), main, index: false, status: reading ? 400 : 200 }
  })
}
