import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import type { Translator } from '@/i18n/translator'
import { DownloadLink } from '../ui/download-link'

type Props = {
  facts: Pick<CertificateFacts, 'number' | 'updates'>
  /** The key of the holder's share link, if the reader came by that link. */
  sharedKey?: string
  t: Translator
}

/** The files of a certificate. If it was updated to a later law, the files as issued are there too. */
export function DocumentLinks({ facts: { number, updates }, sharedKey, t }: Props) {
  const key = sharedKey ? [['key', sharedKey]] : []
  const address = (path: string, as: string[][] = []) => {
    const query = new URLSearchParams([...key, ...as]).toString()
    return query ? `${path}?${query}` : path
  }
  const [pdf, credential] = [`/api/certificates/${number}/pdf`, `/api/credentials/${number}`]
  return (
    <>
      <p className="row">
        <DownloadLink primary href={address(pdf)}>
          {t('certificate.pdf')}
        </DownloadLink>
        <DownloadLink href={address(credential)}>{t('certificate.credential')}</DownloadLink>
      </p>
      {updates.length > 0 && (
        <p className="row sm">
          <DownloadLink href={address(pdf, [['as', 'issued']])}>{t('certificate.pdfIssued')}</DownloadLink>
          <DownloadLink href={address(credential, [['as', 'issued']])}>
            {t('certificate.credentialIssued')}
          </DownloadLink>
        </p>
      )}
    </>
  )
}
