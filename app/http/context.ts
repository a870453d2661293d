import { AppError } from '@/domain/errors'
import { isLocale, type Locale } from '@/domain/locale'
import { type Translator, translator } from '@/i18n/translator'
import { type Caller, newCaller } from '@/server/auth/caller'

/** What Next passes to a route below `[locale]`. @typeParam P the names in square brackets of its address. */
export type RouteProps<P extends string = never> = { params: Promise<{ locale: string } & Record<P, string>> }

/** What a page or a form knows of its request. It is made once per request. */
export type Context<P extends string = never> = {
  request: Request
  locale: Locale
  t: Translator
  query: URLSearchParams
  /** The address without its language. */
  path: string
  params: Record<P, string>
  caller: Caller
}

/** @throws {AppError} only from `requireLanguage`, because an error page needs a context. */
export async function contextOf<P extends string>(
  request: Request,
  props: RouteProps<P>,
): Promise<{ context: Context<P>; requireLanguage: () => void }> {
  const params = await props.params
  const { pathname, search, searchParams } = new URL(request.url)
  const locale = isLocale(params.locale) ? params.locale : 'ar'
  const context = {
    request,
    locale,
    t: translator(locale),
    query: searchParams,
    path: pathname.slice(locale.length + 1) + search,
    params,
    caller: newCaller(),
  }
  const requireLanguage = () => {
    if (!isLocale(params.locale)) throw new AppError('not-found', 'language')
  }
  return { context, requireLanguage }
}
