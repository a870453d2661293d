import { documentPage } from '@/app/document'
import { CertificateCard } from '@/components/certificate/certificate-card'
import { href } from '@/components/shell/paths'
import { permitToReadAccount } from '@/server/auth/permit'
import { myCertificates } from '@/server/certificate/my-certificates'

type Context = { params: Promise<{ locale: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t, caller }) => {
    const permit = await permitToReadAccount(caller)
    const { certificates, contact } = await myCertificates(permit, locale)
    const main = (
      <main id="main" className="wrap page stack-l narrow">
        <h1>{t('certificate.title')}</h1>
        {certificates.length === 0 && (
          <div className="card stack">
            <p>{t('certificate.none')}</p>
            <p>{t('certificate.namesBefore')}</p>
            <p className="row">
              <a className="btn primary" href={href(locale, '/learning')}>
                {t('nav.learning')}
              </a>
              <a className="btn" href={`${href(locale, '/account')}#names`}>
                {t('certificate.correctNames')}
              </a>
            </p>
          </div>
        )}
        {certificates.map((certificate) => (
          <CertificateCard key={certificate.facts.number} certificate={certificate} locale={locale} t={t} />
        ))}
        {certificates.length > 0 && (
          <section className="stack" aria-labelledby="correction">
            <h2 id="correction">{t('certificate.correctionTitle')}</h2>
            <p>{t('certificate.correction', { contact: contact ?? t('certificate.contactUnset') })}</p>
          </section>
        )}
      </main>
    )
    return { title: t('certificate.title'), main, index: false }
  })
}
