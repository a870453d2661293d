import { type Context, contextOf } from '@/app/http/context'
import type { ApiProps } from '@/app/http/json'
import { answerError } from '@/app/http/refusal'
import { thisVisit } from '@/app/http/request-info'
import { landing, nextPage, withNext } from '@/app/next-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import { isUuid } from '@/domain/uuid'
import { askedLanguage } from '@/i18n/asked-language'
import { firstPageOf } from '@/server/auth/first-page'
import { seeOther } from '@/server/respond'
import { type Arrived, arrive } from '@/server/sign-on/arrive'

/**
 * The address to which the identity provider of an institution redirects people; each institution has its own. The
 * client is a person's browser, so an error is a page. It links to the sign-in, because the code works only once.
 */
export async function GET(request: Request, { params }: ApiProps<'institution'>): Promise<Response> {
  const locale = askedLanguage(request.headers.get('accept-language'))
  const { context } = await contextOf(request, { params: params.then((named) => ({ ...named, locale })) })
  try {
    return seeOther(await addressAfter(await received(context), locale))
  } catch (error) {
    return answerError(error, context, '/sign-in')
  }
}

/** A HEAD request, as some programs send in advance, must not use up the sign-on that is under way. */
export const HEAD = (): Response => new Response(null, { status: 405, headers: { Allow: 'GET' } })

async function received({ params: { institution }, query, caller }: Context<'institution'>): Promise<Arrived> {
  if (!isUuid(institution)) throw new AppError('not-found', 'institution')
  return arrive(institution, query, caller, await thisVisit())
}

/** @param asked the language of her browser, used if her visit had none. */
async function addressAfter(arrived: Arrived, asked: Locale): Promise<string> {
  const locale = arrived.locale ?? asked
  const account = href(locale, '/account')
  if (arrived.outcome === 'linked') return `${account}?done=school-accounts#school-accounts`
  // This site stored the address, but possibly in an older version of the site, so it is checked like any other.
  const next = nextPage(new URLSearchParams({ next: arrived.next ?? '' }))
  if (arrived.outcome === 'entered') return landing(next, locale, () => firstPageOf(arrived.accountId))
  if (arrived.linking && arrived.notice !== 'ended') return `${account}?school=${arrived.notice}#school-accounts`
  return `${href(locale, '/sign-in')}?${withNext({ school: arrived.notice }, next)}`
}
