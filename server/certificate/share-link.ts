import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Locale } from '@/domain/locale'
import { env } from '../env'

/** The holder's share link. It opens the full name, the PDF and the credential to anyone who has it. */
export function shareLink({ number, shareToken }: { number: string; shareToken: string }, locale: Locale): string {
  return `${env().publicUrl}/${locale}/verify/${number}?key=${shareToken}`
}

/** Compares in constant time, so that the key cannot be guessed letter by letter. */
export function keyOpens({ shareToken }: { shareToken: string }, key: string | null): boolean {
  return key !== null && timingSafeEqual(digest(key), digest(shareToken))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
