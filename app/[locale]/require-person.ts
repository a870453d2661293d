import { href } from '@/components/shell/paths'
import type { Locale } from '@/domain/locale'

/** The address of the sign-in page that leads back to `next`. */
export function signInPath(locale: Locale, next: string): string {
  return `${href(locale, '/sign-in')}?next=${encodeURIComponent(next)}`
}
