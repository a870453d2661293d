import { HOTLINE, telephoneLink } from '@/domain/urgent-help'
import { Ref } from '../ui/ref'

/** The hotline, which everybody should find first. */
export function HotlineCall({ label }: { label: string }) {
  return (
    <p className="hotline">
      <span>{label}</span>
      <a href={telephoneLink(HOTLINE)}>
        <Ref>{HOTLINE}</Ref>
      </a>
    </p>
  )
}
