import { href } from '@/components/shell/paths'
import { Refusal, type RefusalLink } from '@/components/shell/refusal'
import type { AppError, ErrorCode } from '@/domain/errors'
import { expectedError } from '@/server/expected-error'
import { seeOther, statusOf } from '@/server/respond'
import { cameFrom } from './came-from'
import type { Context } from './context'
import type { DocumentPage } from './document-page'
import { failurePage } from './failure'
import { remedyFor } from './remedy'
import { respondInstead } from './respond'

/** A sentence and a first link that replace those of the error page. */
type Instead = { text?: string; way?: RefusalLink | null }
/** Errors that pass with time: the same request may succeed later. */
const PASSING: readonly ErrorCode[] = ['unavailable', 'too-many-requests']

/**
 * The answer to a request that failed: a redirect to the page that helps (sign-in, second factor), an error page in the
 * reader's language with its status, or for an unexpected error the page with its reference.
 *
 * @param back the page, without its language, to retry and to link back to; by default the request's own address.
 */
export async function answerError(error: unknown, context: Context, back?: string): Promise<Response> {
  const refusal = expectedError(error)
  if (!refusal) return respondInstead(failurePage(error, context), context, back)
  const { request, locale, path } = context
  // A form is not sent on: the page that it was sent to would answer as if nothing had been typed.
  const elsewhere = refusal.remedy !== null && request.method === 'GET' ? href(locale, refusal.remedy) : null
  const remedy = elsewhere ?? remedyFor(refusal.code, locale, href(locale, back ?? path))
  // A script that asks for a part of a page needs the status: a redirect would give it the page that helps.
  const isPage = !request.headers.get('x-fragment')
  return remedy !== null && isPage ? seeOther(remedy) : refuse(refusal, context, { ...(back && { back }) })
}

/** A refusal as a page of its own. */
export function refuse(
  { code }: Pick<AppError, 'code'>,
  context: Context,
  { back, ...instead }: Instead & { back?: string } = {},
) {
  const page = refusalPage(code, context, { way: wayOut(code, context, back), ...instead })
  return respondInstead({ ...page, status: statusOf(code) }, context, back)
}

/** The first link of an error page: the same page again if that can help, else the page that the reader came from. */
function wayOut(code: ErrorCode, { request, locale, path, t }: Context, back?: string): RefusalLink | null {
  if (PASSING.includes(code)) return { href: href(locale, back ?? path), label: t('errors.retry') }
  const from = cameFrom(request) ?? (back === undefined ? null : href(locale, back))
  return from === null ? null : { href: from, label: t('errors.back'), back: true }
}

function refusalPage(code: ErrorCode, { locale, t }: Context, { way, text }: Instead): DocumentPage {
  const title = t(code === 'not-found' ? 'errors.notFoundTitle' : 'errors.title')
  const main = <Refusal locale={locale} t={t} title={title} text={text ?? t(`errors.${code}`)} way={way ?? null} />
  return { title, main, index: false }
}
