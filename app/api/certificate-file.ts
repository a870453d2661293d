import { file, privateFile } from '@/app/http/file'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { clientAddress } from '@/server/auth/client-address'
import { type Opened, openCertificate } from '@/server/certificate/open-certificate'

type Kind = { type: string; extension: string }

/**
 * The GET of a file about a certificate, for its holder or for a person who has her share link. With `?as=issued` it is
 * the file of the day of issue, without what the certificate was brought up to since.
 */
export function certificateFile({ type, extension }: Kind, make: (opened: Opened, now: Date) => Promise<BodyInit>) {
  return file<'number'>(
    { path: () => '/certificates', name: (t) => t('nav.certificates') },
    async ({ caller, params, query }) => {
      const now = new Date()
      const { permit, certificate } = await openCertificate(caller, params.number, query.get('key'), {
        address: await clientAddress(),
        now,
      })
      const opened = {
        permit,
        certificate: query.get('as') === 'issued' ? { ...certificate, updates: [] } : certificate,
      }
      const name = `certificate-${formatCertificateNumber(certificate.number)}.${extension}`
      return new Response(await make(opened, now), { headers: privateFile(name, type) })
    },
  )
}
