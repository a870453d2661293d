import type { Locale } from '@/domain/locale'
import { errorPageTexts } from '@/i18n/error-page'
import { logBug } from '@/server/log'
import type { DocumentPage } from './document-content'

/** A bug or a database that is away: logged under the request's id, and said calmly with that id. */
export function failurePage(error: unknown, request: Request, locale: Locale): DocumentPage {
  const requestId = request.headers.get('x-request-id') ?? ''
  logBug(error, { requestId })
  const texts = errorPageTexts(locale)
  const main = (
    <main id="main" className="wrap page stack narrow">
      <h1>{texts.title}</h1>
      <p>{texts.text}</p>
      <p className="sm muted">
        {texts.reference} <bdi dir="ltr">{requestId}</bdi>
      </p>
      <p>
        <a className="btn primary" href="?">
          {texts.retry}
        </a>
      </p>
    </main>
  )
  return { title: texts.title, main, status: 500, index: false }
}
