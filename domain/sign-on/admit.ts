/** The facts about an account that a person may enter. */
export type Holder = { accountId: string; confirmed: boolean; disabled: boolean }

/** `rolesElsewhere`: the account has a role of the platform or of another institution. */
type Elsewhere = { rolesElsewhere: boolean }

/** The facts known when a person comes back from an institution's provider with an identity that it states. */
export type Arrival = {
  /** The account to which this identity is linked. `byAddress`: by its address alone, without its owner's consent. */
  linked: (Holder & { byAddress: boolean } & Elsewhere) | null
  /**
   * The person who began the visit to link the identity to her account: 'gone' if her session has ended since. Null if
   * the visit began as a sign-on.
   */
  linker: { accountId: string; confirmed: boolean } | 'gone' | null
  /** The provider has verified the address, and it is in a domain of this institution. */
  trusted: boolean
  /**
   * The account of that address. `otherHere`: another identity of the same provider is linked to it, or its owner has
   * ended such a link.
   */
  account: (Holder & { otherHere: boolean } & Elsewhere) | null
  /** Whether an unclaimed place of the institution has that address, and the names that an account needs. */
  listed: 'no' | 'nameless' | 'named'
}

/** Why the person is refused. Each has its sentence under `schoolAccount.notices`. */
export type AdmissionRefusal = 'refused' | 'unlisted' | 'nameless' | 'elsewhere' | 'ended' | 'unconfirmed'

/**
 * `link`: links the identity to the account; if only by the address, its owner gets a letter. `open`: opens an account
 * for the address, with the names of the list.
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
  // What an institution alone states must not open the account of a person who got roles elsewhere since it was linked.
  if (!isOpen(linked) || (linked.byAddress && linked.rolesElsewhere)) return refuse('refused')
  return { act: 'enter', accountId: linked.accountId }
}

function admitLinker(linked: Arrival['linked'], linker: NonNullable<Arrival['linker']>): Admission {
  if (linker === 'gone') return refuse('ended')
  if (!linker.confirmed) return refuse('unconfirmed')
  if (linked && linked.accountId !== linker.accountId) return refuse('elsewhere')
  return { act: 'link', accountId: linker.accountId, by: 'consent' }
}

function admitByAddress({ trusted, account, listed }: Arrival): Admission {
  if (!trusted) return refuse('unlisted')
  if (account?.disabled) return refuse('refused')
  // A school may give the address of a former member to a new one, who would then enter the account of the former. Nor
  // may it make a link anew that the owner of the account has ended.
  if (account?.otherHere) return refuse('refused')
  // What an institution alone states must not open the account of a person with roles elsewhere.
  if (account?.rolesElsewhere) return refuse('unlisted')
  if (account?.confirmed) return { act: 'link', accountId: account.accountId, by: 'address' }
  // An account that was never confirmed counts as none: opening one takes it over.
  if (listed === 'named') return { act: 'open' }
  return refuse(listed === 'nameless' ? 'nameless' : 'unlisted')
}

function isOpen({ confirmed, disabled }: Holder): boolean {
  return confirmed && !disabled
}
