import 'server-only'
import type { Letter } from '@/domain/account/letter'
import { db } from '../db/client'
import { insertMail, type MailRefs } from '../db/mails'
import { log } from '../log'
import { sendDue } from './send-due'

/** Writes a letter down and sends what is due. What cannot go out now goes out later: nothing is thrown, nothing is lost. */
export async function post(letter: Letter, now: Date, refs: MailRefs = {}): Promise<void> {
  await insertMail(db(), letter, refs, now)
  await sendNow(now)
}

/** For after an act that wrote letters down. The job that looks every minute would find them too. */
export async function sendNow(now: Date): Promise<void> {
  try {
    await sendDue(() => now)
  } catch (error) {
    log('mail-not-looked-at', { reason: error instanceof Error ? error.name : 'unknown' })
  }
}
