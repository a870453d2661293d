import { refusalDocument } from '@/app/document'
import { wayIn } from '@/app/way-in'
import { href } from '@/components/shell/paths'
import type { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import { askedLanguage } from '@/i18n/asked-language'
import { type Translator, translator } from '@/i18n/translator'
import { refusalOf } from '@/server/refusal'
import { orStatus } from '@/server/respond'

/** The page where a file is found. */
type Place = { path: string; name: (t: Translator) => string; locale?: Locale }

/**
 * Answers with a file. A refusal is a page for a person who followed a link, and a code for a program, under the same
 * status; the page leads back to where the file is, through the sign-in page if that is all that is missing.
 */
export async function fileDoor(request: Request, place: Place, make: () => Promise<Response>): Promise<Response> {
  return orStatus(async () => {
    try {
      return await make()
    } catch (error) {
      const refusal = request.headers.get('accept')?.includes('text/html') && refusalOf(error)
      if (!refusal) throw error
      return refusalPage(refusal, request, place)
    }
  })
}

function refusalPage({ code }: AppError, request: Request, place: Place): Response {
  const locale = place.locale ?? askedLanguage(request.headers.get('accept-language'))
  const t = translator(locale)
  const back = href(locale, place.path)
  const instead =
    code === 'sign-in-required'
      ? { text: t('errors.signInForFile'), way: { href: wayIn(code, locale, back) ?? back, label: t('nav.signIn') } }
      : { way: { href: back, label: t('nav.backTo', { place: place.name(t) }) } }
  return refusalDocument(code, { request, locale, back }, instead)
}
