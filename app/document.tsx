import { href } from '@/components/shell/paths'
import { AppError, type ErrorCode } from '@/domain/errors'
import { isLocale, type Locale } from '@/domain/locale'
import { type Translator, translator } from '@/i18n/translator'
import { currentSession } from '@/server/auth/session'
import { refusalOf } from '@/server/refusal'
import { seeOther, statusOf } from '@/server/respond'
import { cameFrom } from './came-from'
import type { DocumentPage } from './document-content'
import { type Place, writeDocument } from './document-frame'
import { failurePage } from './failure-page'
import { wayIn } from './way-in'

export type DocumentContext = { locale: Locale; t: Translator; query: URLSearchParams }

// No inline script, no inline style: nothing of this page can be made to run.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/**
 * Answers a GET with a whole page, rendered to plain HTML with nothing to hydrate. What cannot be shown is said in the
 * reader's language under its own status; who must show first who she is does so and comes back.
 */
export async function documentPage(
  request: Request,
  language: string,
  build: (context: DocumentContext) => Promise<DocumentPage | Response>,
): Promise<Response> {
  const { pathname, search, searchParams } = new URL(request.url)
  const locale = isLocale(language) ? language : 'ar'
  const t = translator(locale)
  const path = pathname.slice(locale.length + 1) + search
  const answer = async (page: DocumentPage, status: number) =>
    // Asked last: whoever builds the page mostly knows by now who reads it.
    respond(page, { locale, t, path, signedIn: (await currentSession()) !== null }, status, request)
  try {
    if (!isLocale(language)) throw new AppError('not-found', 'language')
    const page = await build({ locale, t, query: searchParams })
    return page instanceof Response ? page : await answer(page, page.status ?? 200)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) return failureDocument(error, request, { locale, t, path })
    const way = wayIn(refusal.code, locale, pathname + search)
    if (way) return seeOther(way)
    // Without a database nobody can say who reads.
    const signedIn = await currentSession().then(Boolean, () => false)
    const page = refusalPage(refusal.code, locale, t, { way: wayOut(refusal.code, request, pathname + search, t) })
    return respond(page, { locale, t, path, signedIn }, statusOf(refusal.code), request)
  }
}

type Asked = { request: Request; locale: Locale; back: string }
/** `back`: it leads to where she was. */
type Way = { href: string; label: string; back?: boolean }
/** What a refusal says and offers in place of its own sentence and its own way out. */
type Instead = { text?: string; way?: Way | null }
/** Refusals that time alone mends: the same request may be answered later. */
const PASSING: readonly ErrorCode[] = ['unavailable', 'too-many-requests']

/**
 * The first link of a refusal: the same page again if that can help, else the page that the reader came from.
 *
 * @param again the page to try again.
 * @param back where to return if the browser does not say where she came from.
 */
function wayOut(
  code: ErrorCode,
  request: Request,
  again: string,
  t: Translator,
  back: string | null = null,
): Way | null {
  if (PASSING.includes(code)) return { href: again, label: t('errors.retry') }
  const from = cameFrom(request) ?? back
  return from === null ? null : { href: from, label: t('errors.back'), back: true }
}

/** The answer to a form that was refused. It does not look up who asks: the header shows the way in. */
export function refusalDocument(code: ErrorCode, asked: Asked, instead: Instead = {}): Response {
  const t = translator(asked.locale)
  const way = wayOut(code, asked.request, asked.back, t, asked.back)
  const page = refusalPage(code, asked.locale, t, { way, ...instead })
  return answerForm(page, statusOf(code), asked)
}

/** The answer to a form that waits until she has signed in again. It holds what she sent. */
export function waitingDocument(page: DocumentPage, asked: Asked): Response {
  return answerForm(page, statusOf('sign-in-required'), asked)
}

function answerForm(page: DocumentPage, status: number, { request, locale, back }: Asked): Response {
  const place = { locale, t: translator(locale), path: back.slice(locale.length + 1), signedIn: false }
  return respond(page, place, status, request)
}

/** The answer when something broke that nobody expected. */
export function failureDocument(error: unknown, request: Request, place: Omit<Place, 'signedIn'>): Response {
  return respond(failurePage(error, request, place.locale), { ...place, signedIn: false }, 500, request)
}

function respond(page: DocumentPage, place: Place, status: number, request: Request): Response {
  const bytes = Buffer.from(writeDocument(page, place))
  return new Response(bytes, { status, headers: headersFor(page, place.signedIn, request) })
}

/** A refusal as a page of its own. */
function refusalPage(code: ErrorCode, locale: Locale, t: Translator, { way, text }: Instead): DocumentPage {
  const title = t(code === 'not-found' ? 'errors.notFoundTitle' : 'errors.title')
  const main = (
    <main id="main" className="wrap page stack narrow">
      <h1>{title}</h1>
      <p>{text ?? t(`errors.${code}`)}</p>
      <p className="row">
        {way && (
          // Back without a referrer: if that page is refused too, it must not lead here again.
          <a className="btn primary" href={way.href} {...(way.back && { referrerPolicy: 'no-referrer' })}>
            {way.label}
          </a>
        )}
        <a className="btn" href={href(locale, '/')}>
          {t('errors.home')}
        </a>
        <a className="btn" href={href(locale, '/courses')}>
          {t('nav.courses')}
        </a>
      </p>
    </main>
  )
  return { title, main, index: false }
}

function headersFor(page: DocumentPage, signedIn: boolean, { method }: Request): HeadersInit {
  // On a shared computer "back" after signing out must not show her pages, nor a form that came back with what was typed.
  const hers = signedIn || page.secretAddress || method === 'POST'

  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'cache-control': hers ? 'private, no-store' : 'private, no-cache',
    ...(page.index === false && { 'x-robots-tag': 'noindex' }),
    vary: 'Cookie',
  }
}
