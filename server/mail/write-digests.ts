import 'server-only'
import type { GatheredLetter } from '@/domain/letter/letter'
import { digestFrom } from '@/domain/letter/letter-budget'
import { nameIn } from '@/domain/person/name-in'
import { findAccount } from '../db/account/accounts'
import { db, sql, type Tx } from '../db/client'
import { endHeld, findDueDigests, findHeld, type HeldMail, postponeHeld } from '../db/mail/held-mails'
import { insertMail } from '../db/mail/mails'
import { env } from '../env'
import { logBug } from '../log'
import { letterParts } from './letter'
import { lockRecipients } from './store-letters'

const AT_ONCE = 100
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Writes a digest to each person whose held letters may be sent now. Each is one transaction: if the process is killed,
 * her letters are either still held or gathered.
 *
 * @returns the number of digests.
 */
export async function writeDigests(now: Date): Promise<number> {
  let written = 0
  let last = FIRST
  for (;;) {
    const accounts = await findDueDigests(sql(), last, AT_ONCE, now)
    for (const accountId of accounts) if (await writeOrLog(accountId, now)) written += 1
    last = accounts.at(-1) ?? last
    if (accounts.length < AT_ONCE) return written
  }
}

/** An error about one person must not delay the letters of the others. */
async function writeOrLog(accountId: string, now: Date): Promise<boolean> {
  try {
    return await db().$transaction((tx) => writeDigest(tx, accountId, now))
  } catch (error) {
    logBug(error, { job: 'digest' })
    return false
  }
}

async function writeDigest(tx: Tx, accountId: string, now: Date): Promise<boolean> {
  const recipient = (await lockRecipients(tx, [accountId], now)).get(accountId)
  const account = await findAccount(tx, accountId)
  const from = recipient ? digestFrom(recipient, now) : null
  if (!account || !from) {
    await endHeld(tx, accountId, 'stopped')
    return false
  }
  if (from > now) {
    await postponeHeld(tx, accountId, from)
    return false
  }
  // Another server may have written the digest while this one waited for the lock, or none of the held letters applies
  // any more.
  const held = await findHeld(tx, accountId, now)
  if (held.length === 0) {
    await endHeld(tx, accountId, 'stopped')
    return false
  }
  const { locale, email: to } = account
  const link = new URL(`/${locale}/learning`, env().publicUrl).href
  const about = { gathered: held.map(gatheredOf) }
  const letter = { kind: 'digest', to, name: nameIn(account, locale), locale, link, about } as const
  await insertMail(tx, letter, { accountId }, now)
  await endHeld(tx, accountId, 'gathered')
  return true
}

function gatheredOf({ letter, createdAt }: HeldMail): GatheredLetter {
  const { subject, lead, link } = letterParts(letter)
  const [, ...texts] = lead
  return { subject, texts, link, on: createdAt.toISOString() }
}
