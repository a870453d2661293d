import 'server-only'
import type { ServerResponse } from 'node:http'

/** What a document may load: nothing inline, so that injected text cannot run as a script. */
export const DOCUMENT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; " +
  "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** How soon a client may retry after a response that the site is busy. */
const RETRY_AFTER_SECONDS = 5

/**
 * The headers of every response that does not set its own. Under this default policy a response may load and show
 * nothing.
 */
export const RESPONSE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
  // Browsers ignore it over http; over https it holds for a year.
  ...(process.env.PUBLIC_URL?.startsWith('https:') && {
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  }),
}

/** Fonts, style sheets and scripts: a browser never shows them as a document, and they load only files of this site. */
const NEVER_A_DOCUMENT = /^(font|text\/(css|javascript))\b/
const FOR_DOCUMENTS = new Set([
  'Content-Security-Policy',
  'X-Frame-Options',
  'Cross-Origin-Opener-Policy',
  'Permissions-Policy',
  'Referrer-Policy',
])

/**
 * Adds the headers that a response lacks, just before it is sent. A first visit loads a dozen files that are never a
 * document; headers that are about documents would only make each of them a quarter of a kilobyte heavier.
 */
export function completeHeaders(response: ServerResponse, status: number): void {
  const isFile = NEVER_A_DOCUMENT.test(String(response.getHeader('Content-Type') ?? ''))
  for (const [name, value] of Object.entries(RESPONSE_HEADERS)) {
    if (!response.hasHeader(name) && !(isFile && FOR_DOCUMENTS.has(name))) response.setHeader(name, value)
  }
  if (status === 503) response.setHeader('Retry-After', RETRY_AFTER_SECONDS)
}
