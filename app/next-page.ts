import { href } from '@/components/shell/paths'
import { safeReturnPath } from '@/domain/auth/safe-return-path'
import type { Locale } from '@/domain/locale'
import type { FirstPage } from '@/server/auth/first-page'

/** The page that she came from or was on her way to, as the pages for signing in carry it in their address. */
export type NextPage = {
  /** Null if the address names none, or none of this site. */
  path: string | null
  /** The query for the address of another page that leads on to it: empty, or `?next=…`. */
  query: string
}

export function nextPage(query: URLSearchParams): NextPage {
  const path = safeReturnPath(query.get('next'))
  return { path, query: path ? `?next=${encodeURIComponent(path)}` : '' }
}

/** The address to redirect to after the sign-in: where she was going, or else her first page. */
export async function landing({ path }: NextPage, locale: Locale, first: () => Promise<FirstPage>): Promise<string> {
  return path ?? href(locale, await first())
}

/** The same query with further values. */
export function withNext(said: Record<string, string>, { path }: NextPage): URLSearchParams {
  return new URLSearchParams({ ...said, ...(path && { next: path }) })
}
