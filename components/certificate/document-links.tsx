import type { Translator } from '@/i18n/translator'
import { DownloadLink } from '../ui/download-link'

/** @param sharedKey the key of the holder's share link, if the reader came by that link. */
export function DocumentLinks({ number, sharedKey, t }: { number: string; sharedKey?: string; t: Translator }) {
  const query = sharedKey ? `?key=${encodeURIComponent(sharedKey)}` : ''
  return (
    <p className="row">
      <DownloadLink primary href={`/api/certificates/${number}/pdf${query}`}>
        {t('certificate.pdf')}
      </DownloadLink>
      <DownloadLink href={`/api/credentials/${number}${query}`}>{t('certificate.credential')}</DownloadLink>
    </p>
  )
}
