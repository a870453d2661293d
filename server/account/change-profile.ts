import 'server-only'
import type { Names, Profile } from '@/domain/person/profile'
import type { Permit } from '../auth/permit'
import { lockAccount, updateNames, updateProfile } from '../db/account/accounts'
import { db } from '../db/client'

export async function changeProfile({ target }: Permit<'account:change'>, profile: Profile): Promise<void> {
  await updateProfile(db(), target.accountId, profile)
}

/**
 * Corrects the names. Once a certificate carries them or an institution has confirmed them, they can no longer change.
 */
export async function changeNames({ target }: Permit<'account:change'>, names: Names): Promise<'changed' | 'frozen'> {
  return db().$transaction(async (tx) => {
    // If a certificate is being issued at this moment, it freezes the names that it carries.
    await lockAccount(tx, target.accountId)
    return (await updateNames(tx, target.accountId, names)) ? 'changed' : 'frozen'
  })
}
