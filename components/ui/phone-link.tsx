import { telephoneLink } from '@/domain/urgent-help'
import { Ref } from './ref'

/** A phone number, in the order in which it is dialled, as a `tel:` link. */
export function PhoneLink({ number }: { number: string }) {
  return (
    <a href={telephoneLink(number)}>
      <Ref>{number}</Ref>
    </a>
  )
}
