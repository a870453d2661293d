import { telephoneLink } from '@/domain/urgent-help.mjs'
import { Ref } from './ref'

/** A number, in the order in which it is dialled, that a phone calls. */
export function PhoneLink({ number }: { number: string }) {
  return (
    <a href={telephoneLink(number)}>
      <Ref>{number}</Ref>
    </a>
  )
}
