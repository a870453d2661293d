import 'server-only'
import { readFileSync } from 'node:fs'
import { type IncomingMessage, STATUS_CODES } from 'node:http'
import path from 'node:path'
import { type ProblemCode, problemForStatus, problemOf } from '@/domain/api/problem'
import { isLocale, LOCALES, type Locale } from '@/domain/locale'
import { askedLanguage } from '@/i18n/asked-language'
import { DOCUMENT_POLICY, RESPONSE_HEADERS } from './headers'
import { allowedMethods } from './methods'

/** The output folder of scripts/write-refusals.tsx. */
export const REFUSALS_FOLDER = 'built/refusals'
/** The error pages. Each name is a key under `errors` in i18n/messages, except `not-sent` (`practice.notSent`). */
export const REFUSALS = [
  'bad-address',
  'failed',
  'forbidden',
  'invalid-input',
  'not-a-form',
  'not-found',
  'not-sent',
  'outdated',
  'too-large',
  'unavailable',
  'wrong-method',
] as const
export type Refusal = (typeof REFUSALS)[number]

/**
 * Placeholders in a built page for the data of one request: the page that the reader came from, and the request id in
 * the log.
 */
export const SLOTS = { back: 'xxbackxx', reference: 'xxreferencexx' }
const BACK_LINK = new RegExp(`<a [^>]*"${SLOTS.back}".*?</a>`)

const OF_STATUS: Readonly<Record<number, Refusal>> = {
  400: 'bad-address',
  403: 'forbidden',
  404: 'not-found',
  405: 'wrong-method',
  408: 'not-sent',
  409: 'outdated',
  412: 'outdated',
  413: 'too-large',
  415: 'not-a-form',
  431: 'bad-address',
  503: 'unavailable',
}
const HTML = 'text/html; charset=utf-8'

/** The words of the API's problems, by language and code. */
export const PROBLEM_WORDS = 'problems.json'

export type Words = { headers: Readonly<Record<string, string>>; body: string }

/**
 * The body of a refusal: a page in the reader's language for a person, a problem of RFC 9457 for a system that reads
 * the API, the error code for any other program.
 */
export function refusalWords(request: IncomingMessage, status: number, requestId: string): Words {
  const { url = '', method = '', headers } = request
  const refusal = refusalForStatus(status, method)
  const allow = status === 405 && { Allow: allowedMethods(url, method) }
  if (url.startsWith('/api/') && !headers.accept?.includes('text/html')) {
    const always = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }
    if (url.startsWith('/api/v1/')) return problemWords(status, headers['accept-language'], { ...always, ...allow })
    return { headers: { ...always, ...allow }, body: JSON.stringify({ code: refusal }) }
  }
  const locale = languageOf(url) ?? askedLanguage(headers['accept-language'])
  return { headers: { ...PAGE_HEADERS, ...allow }, body: page(refusal, locale, requestId, cameFrom(request)) }
}

function problemWords(status: number, language: string | undefined, headers: Words['headers']): Words {
  const locale = askedLanguage(language)
  const code = problemForStatus(status)
  const words = wordsOfProblems()[locale][code]
  return {
    headers: { ...headers, 'Content-Type': 'application/problem+json', 'Content-Language': locale },
    // The status of the response, which may be more specific than the usual status of the code.
    body: JSON.stringify({ ...problemOf(code, words), status }),
  }
}

/** The complete raw response to input that did not become a request. */
export function rawRefusal(status: number, firstLine: string, requestId: string): string {
  const locale = languageOf(firstLine.split(' ')[1] ?? '') ?? 'ar'
  const html = page(refusalForStatus(status), locale, requestId)
  const headers = {
    ...RESPONSE_HEADERS,
    ...PAGE_HEADERS,
    'Content-Length': Buffer.byteLength(html),
    ...(status === 405 && { Allow: allowedMethods('', 'CONNECT') }),
    'X-Request-Id': requestId,
    Date: new Date().toUTCString(),
    Connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', html].join('\r\n')
}

const PAGE_HEADERS = { 'Content-Type': HTML, 'Content-Security-Policy': DOCUMENT_POLICY, 'Cache-Control': 'no-store' }

function refusalForStatus(status: number, method = ''): Refusal {
  if (status === 400 && method === 'POST') return 'invalid-input'
  return OF_STATUS[status] ?? (status < 500 ? 'invalid-input' : 'failed')
}

function languageOf(url: string): Locale | undefined {
  const first = url.split(/[/?#]/)[1]
  return isLocale(first) ? first : undefined
}

/** The page of this site that the reader came from, if her browser sends it and it is not the refused one. */
function cameFrom({ url, headers: { host, referer = '' } }: IncomingMessage): string | null {
  if (!URL.canParse(referer)) return null
  const { host: from, pathname, search } = new URL(referer)
  const way = pathname + search
  return from === host && way !== url && /^\/(ar|fr|en)(\/[\w.-]+)*$/.test(pathname) ? way : null
}

function page(refusal: Refusal, locale: Locale, requestId: string, back: string | null = null): string {
  const built = refusalPages().get(pageName(refusal, locale)) ?? ''
  const html = back === null ? built.replace(BACK_LINK, '') : built.replace(SLOTS.back, () => attribute(back))
  return html.replace(SLOTS.reference, requestId)
}

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

export function pageName(refusal: Refusal, locale: Locale): string {
  return `${refusal}.${locale}.html`
}

type ProblemWords = Record<Locale, Record<ProblemCode, { title: string; detail: string }>>
let problems: ProblemWords | undefined

function wordsOfProblems(): ProblemWords {
  problems ??= JSON.parse(readFileSync(path.join(REFUSALS_FOLDER, PROBLEM_WORDS), 'utf8')) as ProblemWords
  return problems
}

let pages: ReadonlyMap<string, string> | undefined

/** The built pages by name, read once. @throws if they were not built. */
export function refusalPages(): ReadonlyMap<string, string> {
  pages ??= new Map(
    REFUSALS.flatMap((refusal) => LOCALES.map((locale) => pageName(refusal, locale))).map((name) => [
      name,
      readFileSync(path.join(REFUSALS_FOLDER, name), 'utf8'),
    ]),
  )
  return pages
}
