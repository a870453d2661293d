import { href } from '@/components/shell/paths'
import { Refusal, type Way } from '@/components/shell/refusal'
import type { AppError, ErrorCode } from '@/domain/errors'
import { expectedError } from '@/server/expected-error'
import { seeOther, statusOf } from '@/server/respond'
import { cameFrom } from './came-from'
import type { Context } from './context'
import type { DocumentPage } from './document-page'
import { failurePage } from './failure'
import { remedyFor } from './remedy'
import { respondInstead } from './respond'

/** What a refusal says and offers in place of its own sentence and its own first link. */
type Instead = { text?: string; way?: Way | null }
/** Refusals that time alone mends: the same request may be answered later. */
const PASSING: readonly ErrorCode[] = ['unavailable', 'too-many-requests']

/**
 * The answer in place of what could not be done: the page that mends it, a refusal in the reader's language under its status, or
 * for a bug the page that gives its reference.
 *
 * @param back the page, without its language, to try again and to come back to; without one, the address itself.
 */
export async function answerError(error: unknown, context: Context, back?: string): Promise<Response> {
  const refusal = expectedError(error)
  if (!refusal) return respondInstead(failurePage(error, context), context, back)
  const { locale, path } = context
  const remedy = remedyFor(refusal.code, locale, href(locale, back ?? path))
  return remedy === null ? refuse(refusal, context, { ...(back && { back }) }) : seeOther(remedy)
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

/** The first link of a refusal: the same page again if that can help, else the page that the reader came from. */
function wayOut(code: ErrorCode, { request, locale, path, t }: Context, back?: string): Way | null {
  if (PASSING.includes(code)) return { href: href(locale, back ?? path), label: t('errors.retry') }
  const from = cameFrom(request) ?? (back === undefined ? null : href(locale, back))
  return from === null ? null : { href: from, label: t('errors.back'), back: true }
}

function refusalPage(code: ErrorCode, { locale, t }: Context, { way, text }: Instead): DocumentPage {
  const title = t(code === 'not-found' ? 'errors.notFoundTitle' : 'errors.title')
  const main = <Refusal locale={locale} t={t} title={title} text={text ?? t(`errors.${code}`)} way={way ?? null} />
  return { title, main, index: false }
}
