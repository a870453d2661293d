import { CircleCheck, CircleX, RefreshCw } from 'lucide'
import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Icon } from '../ui/icon'
import { Ref } from '../ui/ref'

const LOOKS = {
  valid: { tone: 'ok', icon: CircleCheck },
  superseded: { tone: 'warn', icon: RefreshCw },
  revoked: { tone: 'bad', icon: CircleX },
} as const

type Props = { facts: CertificateFacts; id?: string; locale: Locale; t: Translator }

/** Whether the certificate is valid. A person who verifies it must see this first. */
export function StatusNote({ facts, id, locale, t }: Props) {
  const { tone, icon } = LOOKS[facts.status]
  return (
    <div className={`note ${tone}`} id={id} tabIndex={id ? -1 : undefined}>
      <p className="note-title">
        <Icon node={icon} />
        <span>{sentence({ facts, locale, t })}</span>
      </p>
    </div>
  )
}

function sentence({ facts, locale, t }: Props): React.ReactNode {
  if (facts.status === 'superseded' && facts.supersededBy) {
    const successor = facts.supersededBy
    return t.rich('verify.status.superseded', {
      number: () => (
        <a key="successor" href={href(locale, `/verify/${successor}`)}>
          <Ref>{formatCertificateNumber(successor)}</Ref>
        </a>
      ),
    })
  }
  if (facts.revokedAt) return t('verify.status.revoked', { date: formatDate(facts.revokedAt, locale) })
  return t('verify.status.valid')
}
