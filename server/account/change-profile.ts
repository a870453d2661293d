import 'server-only'
import type { Names, Profile } from '@/domain/account/profile'
import type { Permit } from '../auth/permit'
import { lockAccount, updateNames, updateProfile } from '../db/accounts'
import { db } from '../db/client'

export async function changeProfile({ target }: Permit<'account:change'>, profile: Profile): Promise<void> {
  await updateProfile(db(), target.accountId, profile)
}

/** Corrects the names, until a certificate carries them or an institution confirms them. */
export async function changeNames({ target }: Permit<'account:change'>, names: Names): Promise<'changed' | 'frozen'> {
  return db().$transaction(async (tx) => {
    // A certificate that is being issued at this moment freezes the names it carries.
    await lockAccount(tx, target.accountId)
    return (await updateNames(tx, target.accountId, names)) ? 'changed' : 'frozen'
  })
}
