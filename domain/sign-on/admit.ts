/** What is known of an account that somebody may enter. */
export type Holder = { accountId: string; confirmed: boolean; disabled: boolean }

/** What is known when somebody comes back from the provider of an institution with an identity that it vouches for. */
export type Arrival = {
  /** The account to which this identity is linked. */
  linked: Holder | null
  /**
   * Who began the visit in order to link the identity to her account: 'gone' if her session has ended since. Null if it
   * was begun to sign on.
   */
  linker: { accountId: string; confirmed: boolean } | 'gone' | null
  /** The provider has verified the address, and it is of a domain of this institution. */
  trusted: boolean
  /**
   * The account of that address. `otherHere`: another identity of the same provider is linked to it. `rolesElsewhere`: it
   * has a role of the platform or of another institution.
   */
  account: (Holder & { otherHere: boolean; rolesElsewhere: boolean }) | null
  /** Whether an unclaimed place of the institution has that address, and the names that an account needs. */
  listed: 'no' | 'nameless' | 'named'
}

/** Why nobody is let in. Each has its sentence under `schoolAccount.notices`. */
export type AdmissionRefusal = 'refused' | 'unlisted' | 'nameless' | 'elsewhere' | 'ended' | 'unconfirmed'

/**
 * `link`: links the identity to the account; by the address alone its owner is told by a letter. `open`: opens the
 * account of the address from the list.
 */
export type Admission =
  | { act: 'enter'; accountId: string }
  | { act: 'link'; accountId: string; by: 'address' | 'consent' }
  | { act: 'open' }
  | { act: 'refuse'; why: AdmissionRefusal }

const refuse = (why: AdmissionRefusal): Admission => ({ act: 'refuse', why })

export function admit(arrival: Arrival): Admission {
  const { linked, linker } = arrival
  if (linker) return admitLinker(linked, linker)
  if (!linked) return admitByAddress(arrival)
  return isOpen(linked) ? { act: 'enter', accountId: linked.accountId } : refuse('refused')
}

function admitLinker(linked: Holder | null, linker: NonNullable<Arrival['linker']>): Admission {
  if (linker === 'gone') return refuse('ended')
  if (!linker.confirmed) return refuse('unconfirmed')
  if (linked && linked.accountId !== linker.accountId) return refuse('elsewhere')
  return { act: 'link', accountId: linker.accountId, by: 'consent' }
}

function admitByAddress({ trusted, account, listed }: Arrival): Admission {
  if (!trusted) return refuse('unlisted')
  if (account?.disabled) return refuse('refused')
  // A school may give the address of somebody who left to somebody else. She would enter the account of the former one.
  if (account?.otherHere) return refuse('refused')
  // An institution must not enter the account of somebody who acts for others by what it alone states of her.
  if (account?.rolesElsewhere) return refuse('unlisted')
  if (account?.confirmed) return { act: 'link', accountId: account.accountId, by: 'address' }
  // An account that nobody ever confirmed counts as none: to open one takes it over.
  if (listed === 'named') return { act: 'open' }
  return refuse(listed === 'nameless' ? 'nameless' : 'unlisted')
}

function isOpen({ confirmed, disabled }: Holder): boolean {
  return confirmed && !disabled
}
