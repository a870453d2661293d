import 'server-only'
import { hashOf } from '../account/email-link'
import type { Permit } from '../auth/permit'
import { seal, unseal } from '../auth/seal'
import { deleteFeed, findFeed, saveFeed } from '../db/account/calendar-feeds'
import { db, sql } from '../db/client'
import { env } from '../env'
import { secretToken } from '../random'

/** The address of her calendar, to copy; null if she has none, or it was sealed with an earlier key of the site. */
export async function feedAddress({
  target,
}: Permit<'account:read'>): Promise<{ address: string; since: Date } | null> {
  const feed = await findFeed(db(), target.accountId)
  const token = feed && (await unseal(feed.sealed, sealedFor(target.accountId)))
  return token && feed ? { address: `${env().publicUrl}/api/calendar/${token}.ics`, since: feed.createdAt } : null
}

/** Makes an address. An earlier one works no longer. */
export async function renewFeed({ target }: Permit<'account:change'>, now: Date): Promise<void> {
  const token = secretToken()
  const sealed = await seal(token, sealedFor(target.accountId))
  await saveFeed(sql(), target.accountId, { hash: hashOf(token), sealed }, now)
}

export async function endFeed({ target }: Permit<'account:change'>): Promise<void> {
  await deleteFeed(db(), target.accountId)
}

// Bound to its purpose, so that the secret of a second factor cannot be put in its place.
const sealedFor = (accountId: string) => `calendar ${accountId}`
