import { href } from '@/components/shell/paths'
import type { ErrorCode } from '@/domain/errors'
import type { Locale } from '@/domain/locale'

/** The pages where she shows who she is. */
const PAGES: Partial<Record<ErrorCode, string>> = {
  'sign-in-required': '/sign-in',
  'second-factor-missing': '/account/second-factor',
  'second-factor-required': '/second-factor',
}

/** Where she does what a refusal asks for, and comes back to `next` from; null when no page can mend it. */
export function wayIn(code: ErrorCode, locale: Locale, next: string): string | null {
  const page = PAGES[code]
  return page ? `${href(locale, page)}?next=${encodeURIComponent(next)}` : null
}
