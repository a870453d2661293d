import { Download } from 'lucide'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

/** @param sharedKey the key of the holder's link, for whoever came by it. */
export function DocumentLinks({ number, sharedKey, t }: { number: string; sharedKey?: string; t: Translator }) {
  const query = sharedKey ? `?key=${encodeURIComponent(sharedKey)}` : ''
  return (
    <p className="row">
      <a className="btn primary" href={`/api/certificates/${number}/pdf${query}`}>
        <Icon node={Download} />
        {t('certificate.pdf')}
      </a>
      <a className="btn" href={`/api/credentials/${number}${query}`}>
        <Icon node={Download} />
        {t('certificate.credential')}
      </a>
    </p>
  )
}
