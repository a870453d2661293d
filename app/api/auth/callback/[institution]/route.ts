import { json } from '@/app/http/json'
import { thisVisit } from '@/app/http/request-info'
import { landing, nextPage, withNext } from '@/app/next-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { askedLanguage } from '@/i18n/asked-language'
import { firstPageOf } from '@/server/auth/first-page'
import { isUuid } from '@/server/cohort/cohort-permit'
import { seeOther } from '@/server/respond'
import { type Arrived, arrive } from '@/server/sign-on/arrive'

/** Where the provider of an institution sends people back to: each has an address of its own. */
export const GET = json<'institution'>(async ({ request, params, caller }) => {
  const { institution } = params
  if (!isUuid(institution)) throw new AppError('not-found', 'institution')
  const arrived = await arrive(institution, new URL(request.url).searchParams, caller, await thisVisit())
  return seeOther(await addressAfter(arrived, request))
})

/** Reading ahead must not use up a visit. */
export const HEAD = (): Response => new Response(null, { status: 405, headers: { Allow: 'GET' } })

async function addressAfter(arrived: Arrived, request: Request): Promise<string> {
  const locale = arrived.locale ?? askedLanguage(request.headers.get('accept-language'))
  const account = href(locale, '/account')
  if (arrived.outcome === 'linked') return `${account}?done=school-accounts#school-accounts`
  // The visit was stored by this site, but a page of an older version may be gone: the same check as in any address.
  const next = nextPage(new URLSearchParams({ next: arrived.next ?? '' }))
  if (arrived.outcome === 'entered') return landing(next, locale, () => firstPageOf(arrived.accountId))
  if (arrived.linking && arrived.notice !== 'ended') return `${account}?school=${arrived.notice}#school-accounts`
  return `${href(locale, '/sign-in')}?${withNext({ school: arrived.notice }, next)}`
}
