import { href } from '@/components/shell/paths'
import { safeReturnPath } from '@/domain/auth/safe-return-path'
import type { Locale } from '@/domain/locale'
import type { FirstPage } from '@/server/auth/first-page'

/** The page to which a person returns after signing in. The pages for signing in hold it in their address. */
export type NextPage = {
  /** Null if the address names no page of this site. */
  path: string | null
  /** The query that passes it on to another page: empty, or `?next=…`. */
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
