import { Phone } from 'lucide'
import { HOTLINE, telephoneLink } from '@/domain/urgent-help'
import { Icon } from '../ui/icon'
import { Ref } from '../ui/ref'

/** The hotline, which everybody should find first. */
export function HotlineCall({ label }: { label: string }) {
  return (
    <p className="hotline">
      <a className="btn primary" href={telephoneLink(HOTLINE)}>
        <Icon node={Phone} />
        <span>
          <span className="block sm">{label}</span>
          <strong>
            <Ref>{HOTLINE}</Ref>
          </strong>
        </span>
      </a>
    </p>
  )
}
