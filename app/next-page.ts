import { href } from '@/components/shell/paths'
import { safeReturnPath } from '@/domain/auth/safe-return-path'
import type { Locale } from '@/domain/locale'

/** The page that she came from or was on her way to, as the address of a page about her account carries it. */
export type NextPage = {
  /** Null where the address names none, or none of ours. */
  path: string | null
  /** For the address of another page that leads on to it: empty, or `?next=…`. */
  query: string
}

export function nextPage(query: URLSearchParams): NextPage {
  const path = safeReturnPath(query.get('next'))
  return { path, query: path ? `?next=${encodeURIComponent(path)}` : '' }
}

/** Where she is led once she is signed in. */
export function landing({ path }: NextPage, locale: Locale): string {
  return path ?? href(locale, '/learning')
}

/** The same in an address that says more. */
export function withNext(said: Record<string, string>, { path }: NextPage): URLSearchParams {
  return new URLSearchParams({ ...said, ...(path && { next: path }) })
}
