import type { Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { logBug } from '@/server/log'
import type { DocumentPage } from './document-content'

/** A bug or a database that is away: logged under the request's id, and said calmly with that id. */
export function failurePage(error: unknown, request: Request, locale: Locale): DocumentPage {
  const requestId = request.headers.get('x-request-id') ?? ''
  logBug(error, { requestId })
  const t = translator(locale)
  const main = (
    <main id="main" className="wrap page stack narrow">
      <h1>{t('errors.failedTitle')}</h1>
      <p>{t('errors.failed')}</p>
      <p className="sm muted">
        {t('errors.reference')} <bdi dir="ltr">{requestId}</bdi>
      </p>
      <p>
        <a className="btn primary" href="?">
          {t('errors.retry')}
        </a>
      </p>
    </main>
  )
  return { title: t('errors.failedTitle'), main, status: 500, index: false }
}
