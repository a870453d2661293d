import { Phone } from 'lucide'
import { HOTLINE } from '@/domain/urgent-help'
import { Icon } from '../ui/icon'
import { PhoneLink } from '../ui/phone-link'
import { LeaveLink } from './footer'

type Props = { danger: string; leave: string }

/** Within reach on every public page, however far it is scrolled: the number to call, and the button to leave. */
export function UrgentBar({ danger, leave }: Props) {
  return (
    <aside className="urgent" aria-label={danger}>
      <div className="wrap">
        <p>
          <Icon node={Phone} />
          <span className="danger">{danger}</span> <PhoneLink number={HOTLINE} />
        </p>
        <LeaveLink>{leave}</LeaveLink>
      </div>
    </aside>
  )
}
