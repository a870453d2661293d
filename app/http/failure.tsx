import { logBug } from '@/server/log'
import type { Context } from './context'
import type { DocumentPage } from './document-page'

/** The page for an unexpected error: logs it under the request's id and shows that id. */
export function failurePage(error: unknown, { request, t }: Context): DocumentPage {
  const requestId = request.headers.get('x-request-id') ?? ''
  logBug(error, { requestId })
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
