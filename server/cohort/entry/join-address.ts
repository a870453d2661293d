import 'server-only'
import { formatEntryCode } from '@/domain/cohort/entry/entry-code'
import type { Locale } from '@/domain/locale'
import { env } from '../../env'

/** An address to hand out. It opens the page of an enrolment code. */
export function joinAddress(code: string, locale: Locale): string {
  const link = new URL(`/${locale}/join`, env().publicUrl)
  link.searchParams.set('code', formatEntryCode(code))
  return link.href
}
