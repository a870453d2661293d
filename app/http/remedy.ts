import { href } from '@/components/shell/paths'
import type { ErrorCode } from '@/domain/errors'
import type { Locale } from '@/domain/locale'

/** The pages on which a person proves her identity. */
const PAGES: Partial<Record<ErrorCode, string>> = {
  'sign-in-required': '/sign-in',
  'second-factor-missing': '/account/second-factor',
  'second-factor-required': '/second-factor',
}

/** The page that resolves a refusal and then leads to `next`; null if no page can. */
export function remedyFor(code: ErrorCode, locale: Locale, next: string): string | null {
  const page = PAGES[code]
  return page ? `${href(locale, page)}?next=${encodeURIComponent(next)}` : null
}
