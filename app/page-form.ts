import { type FormState, UNTOUCHED } from '@/components/ui/form-state'
import { isLocale, type Locale } from '@/domain/locale'
import { type Translator, translator } from '@/i18n/translator'
import { refusalOf } from '@/server/refusal'
import { statusOf } from '@/server/respond'
import { type DocumentContext, documentPage } from './document'
import type { DocumentPage } from './document-content'
import { formPage } from './form-page'
import { refuseCode } from './refuse-form'
import { wayIn } from './way-in'

/** A form that comes back with what was typed, and the status that says why. */
export type GivenBack = { state: FormState; status: number }
export type FormPlace = { locale: Locale; t: Translator }

type PageForm = {
  /** The address of the page, without its language: also where she comes back to when she must sign in first. */
  back: string
  /** What of the form may be given back: never a password. */
  typed: (form: FormData) => FormState['values']
  act: (form: FormData, place: FormPlace) => Promise<Response | GivenBack>
  /** The page that holds the form. */
  page: (context: DocumentContext, state: FormState) => Promise<DocumentPage | Response>
}

/** Answers the GET of a page with a form. */
export function pageWithForm(request: Request, language: string, page: PageForm['page']): Promise<Response> {
  return documentPage(request, language, (context) => page(context, UNTOUCHED))
}

/**
 * Answers the POST of a page with a form. A form that is refused, for what is wrong in it or because something is in its way
 * (a limit, a link that expired, a database that does not answer), comes back on its page, with what was typed.
 */
export function pageForm(request: Request, language: string, { back, typed, act, page }: PageForm): Promise<Response> {
  return formPage(request, language, back, async (form) => {
    const locale = isLocale(language) ? language : 'ar'
    const t = translator(locale)
    const answer = await act(form, { locale, t }).catch((error: unknown) => {
      const refusal = refusalOf(error)
      if (!refusal || wayIn(refusal.code, locale, back)) throw error
      return { state: refuseCode(t, refusal.code, typed(form)), status: statusOf(refusal.code) }
    })
    if (answer instanceof Response) return answer
    return documentPage(request, language, async (context) => {
      const again = await page(context, answer.state)
      if (again instanceof Response) return again
      return { ...again, title: `${t('fields.errorPrefix')} ${again.title}`, status: answer.status }
    })
  })
}
