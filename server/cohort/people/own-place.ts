import 'server-only'
import type { AccountRow } from '../../db/account/accounts'
import type { MemberRow } from '../../db/cohort/cohort-members'

/** The person who adds or invites others; null if her account was deleted. */
type Self = Pick<AccountRow, 'id' | 'email'> | null

/**
 * Whether a place in a cohort is that of the person who acts: nobody may invite herself, by whatever address.
 *
 * @param place the address of the place, and the account that it is tied to, if any.
 */
export function isOwn(self: Self, { email, accountId }: Pick<MemberRow, 'email' | 'accountId'>): boolean {
  return self !== null && (accountId === self.id || email === self.email)
}
