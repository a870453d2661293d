import 'server-only'
import type { Letter } from '@/domain/letter/letter'
import type { NecessaryKind } from '@/domain/letter/letter-budget'
import { db } from '../db/client'
import type { MailRefs } from '../db/mail/mails'
import { log } from '../log'
import { sendDue } from './send-due'
import { storeNecessary } from './store-letters'

/**
 * Stores a letter that is always sent, and sends what is due. A failure to send is not thrown: the letter is sent
 * later. All that is due may be a long queue, so call it only after the response; an act that answers first stores its
 * letter and wakes the job `mail`.
 */
export async function post(letter: Letter<NecessaryKind>, now: Date, refs: MailRefs = {}): Promise<void> {
  await storeNecessary(db(), letter, refs, now)
  try {
    await sendDue(clockFrom(now))
  } catch (error) {
    log('mail-not-looked-at', { reason: error instanceof Error ? error.name : 'unknown' })
  }
}

/** A clock that shows `now` and goes on: the claim of a letter must end at a time that is still to come. */
function clockFrom(now: Date): () => Date {
  const began = Date.now()
  return () => new Date(now.getTime() + Date.now() - began)
}
