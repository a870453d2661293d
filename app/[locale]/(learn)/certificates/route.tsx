import { page } from '@/app/http/get-page'
import { CertificatesPage } from '@/components/certificate/certificates-page'
import { permitToReadAccount } from '@/server/auth/permit'
import { offeredUpdates } from '@/server/certificate/law-update/law-offers'
import { myCertificates } from '@/server/certificate/my-certificates'

export const GET = page(async ({ locale, t, caller }) => {
  const { certificates, rows, contact } = await myCertificates(await permitToReadAccount(caller), locale)
  const offers = await offeredUpdates(caller, rows)
  const main = <CertificatesPage certificates={certificates} offers={offers} contact={contact} locale={locale} t={t} />
  return { title: t('certificate.title'), main, styles: ['exam.css'], index: false }
})
