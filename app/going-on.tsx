import { GoingOnPage } from '@/components/auth/going-on-page'
import type { Context } from './http/context'
import { respond } from './http/respond'

/**
 * A page that sends the browser on to the site of an institution, by a refresh and by a link. A form of this site
 * cannot redirect there: the policy of its pages allows forms to this site only, and browsers apply it to redirects.
 *
 * @param to `there` to sign in at the institution, `out` to sign out there too.
 */
export async function goingOn(
  to: 'there' | 'out',
  { url, school }: { url: string; school: string },
  context: Context,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { t } = context
  const main = <GoingOnPage to={to} url={url} school={school} t={t} />
  const response = await respond({ title: t(`schoolAccount.goingOn.${to}.title`), main, index: false }, context)
  response.headers.set('refresh', `0; url=${url}`)
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}
