import { readFileSync } from 'node:fs'
import { STATUS_CODES } from 'node:http'
import { ELSEWHERE, HOTLINE, telephoneLink } from '../domain/urgent-help.mjs'
import { allowed, METHODS } from './allowed-methods.mjs'
import { ANSWER_HEADERS } from './answer-headers.mjs'

const LOCALES = ['ar', 'fr', 'en']
const DIRECTION = { ar: 'rtl', fr: 'ltr', en: 'ltr' }
/** What each status says, by its key under `errors` in i18n/messages; of what did not come, as of an answer in practice. */
const SENTENCE = {
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
const POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * Answers under a status with a page in the reader's language, a program with the code of the sentence: what Next cannot route,
 * and what it would refuse with bare English words.
 */
export function refuse(request, response, status) {
  const forProgram = isForProgram(request)
  for (const name of response.getHeaderNames()) if (isOfBody(name, status)) response.removeHeader(name)
  response.statusCode = status
  if (status === 405) response.setHeader('Allow', allowed(request))
  response.setHeader('Content-Type', forProgram ? 'application/json' : HTML)
  if (!forProgram) response.setHeader('Content-Security-Policy', POLICY)
  response.setHeader('Cache-Control', 'no-store')
  const code = sentenceOf(request, status)
  const reference = status < 500 ? null : request.headers['x-request-id']
  response.end(forProgram ? JSON.stringify({ code }) : page(languageOf(request), code, reference, cameFrom(request)))
}

/** The page of this site that she came from, by the path that her browser names; null if it names none. */
function cameFrom({ url, headers: { host, referer = '' } }) {
  if (!URL.canParse(referer)) return null
  const { host: from, pathname, search } = new URL(referer)
  const path = pathname + search
  return from === host && path !== url && /^\/(ar|fr|en)(\/[\w.-]+)*$/.test(pathname) ? path : null
}

/** True where nobody would see a page. */
export function isForProgram({ url, headers }) {
  return url.startsWith('/api/') && !headers.accept?.includes('text/html')
}

/** The whole answer to what was no HTTP, or had no end: as it goes over the wire. */
export function rawRefusal({ status, firstLine, requestId }) {
  const html = page(languageOf({ url: firstLine.split(' ')[1], headers: {} }), SENTENCE[status], null)
  const headers = {
    ...ANSWER_HEADERS,
    'Content-Type': HTML,
    'Content-Length': Buffer.byteLength(html),
    'Content-Security-Policy': POLICY,
    'Cache-Control': 'no-store',
    ...(status === 405 && { Allow: METHODS.page.join(', ') }),
    'X-Request-Id': requestId,
    Date: new Date().toUTCString(),
    Connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', html].join('\r\n')
}

/** Said of the body that this one replaces. How long a file is that lacks the part asked for holds all the same. */
function isOfBody(name, status) {
  return /^(content-|etag$)/.test(name) && !(status === 416 && name === 'content-range')
}

function sentenceOf({ method }, status) {
  if (status === 400 && method === 'POST') return 'invalid-input'
  return SENTENCE[status] ?? (status < 500 ? 'invalid-input' : 'failed')
}

/** The language of the address, else the first of ours that the browser asks for. */
function languageOf({ url = '', headers }) {
  const fromAddress = /^\/(ar|fr|en)(?=[/?#]|$)/.exec(url)?.[1]
  const asked = (headers['accept-language'] ?? '').toLowerCase().match(/\b(ar|fr|en)\b/)?.[1]
  return fromAddress ?? asked ?? 'ar'
}

function page(locale, sentence, reference, back = null) {
  const { errors, practice } = catalogs[locale]
  const words = sentence === 'not-sent' ? practice.notSent : errors[sentence]
  const title = errors[sentence === 'not-found' ? 'notFoundTitle' : 'title']
  return (
    `<!doctype html><html lang="${locale}" dir="${DIRECTION[locale]}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>${styleSheet()}</head>` +
    `<body>${urgentBar(catalogs[locale].site)}<main id="main" class="wrap page stack narrow"><h1>${title}</h1><p>${words}</p>` +
    (reference ? `<p class="sm muted">${errors.reference} <bdi dir="ltr">${reference}</bdi></p>` : '') +
    `<p class="row">${back === null ? '' : wayBack(back, errors)}<a class="btn${back === null ? ' primary' : ''}" href="/${locale}">${errors.home}</a></p>` +
    '</main></body></html>'
  )
}

/** Without a referrer: if that page is refused too, it must not lead back here. */
function wayBack(path, { back }) {
  const address = path.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `<a class="btn primary" href="${address}" referrerpolicy="no-referrer">${back}</a>`
}

/** As on every public page (components/shell/urgent-bar.tsx). */
function urgentBar({ danger, leave }) {
  return (
    `<aside class="urgent" aria-label="${danger}"><div class="wrap"><p><span class="danger">${danger}</span> ` +
    `<a href="${telephoneLink(HOTLINE)}"><bdi class="ref" dir="ltr">${HOTLINE}</bdi></a></p>` +
    `<a class="btn leave" href="${ELSEWHERE}" rel="noreferrer">${leave}</a></div></aside>`
  )
}

/** French double marks keep to their word here too; everything else of typography is for longer texts. */
function readCatalog(locale) {
  const text = readFileSync(new URL(`../i18n/messages/${locale}.json`, import.meta.url), 'utf8')
  return JSON.parse(text, (_, value) => (typeof value === 'string' ? value.replace(/ (?=[:;!?])/g, '\u00A0') : value))
}
const catalogs = Object.fromEntries(LOCALES.map((locale) => [locale, readCatalog(locale)]))

let link
function styleSheet() {
  link ??= readLink()
  return link
}

/** The page can be read without: it may be asked for before anything was built. */
function readLink() {
  try {
    const manifest = readFileSync(new URL('../public/assets/manifest.json', import.meta.url), 'utf8')
    return `<link rel="stylesheet" href="${JSON.parse(manifest)['site.css']}">`
  } catch {
    return ''
  }
}
