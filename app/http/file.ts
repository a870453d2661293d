import { href } from '@/components/shell/paths'
import type { AppError } from '@/domain/errors'
import { isLocale } from '@/domain/locale'
import { askedLanguage } from '@/i18n/asked-language'
import { type Translator, translator } from '@/i18n/translator'
import { newCaller } from '@/server/auth/caller'
import { expectedError } from '@/server/expected-error'
import { toErrorResponse } from '@/server/respond'
import type { Context } from './context'
import type { ApiProps } from './json'
import { refuse } from './refusal'
import { remedyFor } from './remedy'

/** The page, without its language, that links to the file. */
type Place<P extends string> = { path: (context: Context<P>) => string; name: (t: Translator) => string }

/**
 * The GET of a file, in the language of its address or of `?lang=`. A refusal is a page for a person who followed a
 * link and a code for a program, with the same status. The page links back to the place of the file, or redirects to
 * the sign-in page if only that is missing.
 */
export function file<P extends string = never>(place: Place<P>, make: (context: Context<P>) => Promise<Response>) {
  return (request: Request, props: ApiProps<P>): Promise<Response> =>
    toErrorResponse(async () => {
      const context = await fileContext(request, props)
      try {
        return await make(context)
      } catch (error) {
        const refusal = request.headers.get('accept')?.includes('text/html') ? expectedError(error) : null
        if (!refusal) throw error
        return refuseFile(refusal, context, place)
      }
    })
}

async function fileContext<P extends string>(request: Request, props: ApiProps<P>): Promise<Context<P>> {
  // Next passes no params if the route has none.
  const params: Record<P, string> & { locale?: string } = (await props.params) ?? {}
  const { pathname, search, searchParams: query } = new URL(request.url)
  const named = [params.locale, query.get('lang')].find(isLocale)
  const locale = named ?? askedLanguage(request.headers.get('accept-language'))
  return {
    request,
    locale,
    t: translator(locale),
    query,
    path: pathname + search,
    params,
    caller: newCaller(),
  }
}

function refuseFile<P extends string>(refusal: AppError, context: Context<P>, place: Place<P>): Promise<Response> {
  const { locale, t } = context
  const back = place.path(context)
  const signIn = refusal.code === 'sign-in-required' ? remedyFor(refusal.code, locale, href(locale, back)) : null
  if (signIn) {
    const way = { href: signIn, label: t('nav.signIn') }
    return refuse(refusal, context, { back, way, text: t('errors.signInForFile') })
  }
  const way = { href: href(locale, back), label: t('nav.backTo', { place: place.name(t) }) }
  return refuse(refusal, context, { back, way })
}

/** The headers of a file that belongs to one person: no cache may store it and no search engine may index it. */
export function privateFile(name: string, type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
  }
}
