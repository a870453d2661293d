import 'server-only'
import type { Letter } from '@/domain/account/letter'
import type { NecessaryKind } from '@/domain/account/letter-budget'
import { db } from '../db/client'
import type { MailRefs } from '../db/mails'
import { log } from '../log'
import { sendDue } from './send-due'
import { storeNecessary } from './store-letters'

/**
 * Stores a letter that is always sent, and sends what is due. A failure to send is not thrown: the letter is sent
 * later.
 */
export async function post(letter: Letter<NecessaryKind>, now: Date, refs: MailRefs = {}): Promise<void> {
  await storeNecessary(db(), letter, refs, now)
  await sendNow(now)
}

/** Call it after an act that stored letters. Without it the job that runs every minute would find them. */
export async function sendNow(now: Date): Promise<void> {
  try {
    await sendDue(() => now)
  } catch (error) {
    log('mail-not-looked-at', { reason: error instanceof Error ? error.name : 'unknown' })
  }
}
