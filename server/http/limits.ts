import 'server-only'
import type { IncomingHttpHeaders } from 'node:http'
import { LARGEST_LIST_FORM_BYTES } from '@/domain/cohort/import/largest-list'
import { LARGEST_FILE_FORM_BYTES } from '@/domain/file/material-file'
import { LARGEST_FACE_FORM_BYTES } from '@/domain/institution/logo'
import type { Pace } from './body-clock'
import type { BodySpace } from './body-places'

/**
 * The limits of Node's own server. A slow sender is disconnected, so that open connections cannot exhaust the server.
 * Times in milliseconds.
 */
export const CONNECTION_LIMITS = {
  maxHeaderSize: 16 * 1024,
  /** For the whole head of a request. */
  headersTimeout: 60_000,
  /** For the whole request. A body has a clock of its own (`paceOf`), which ends a slow one long before. */
  requestTimeout: 3_600_000,
  /**
   * For the time between two requests on a connection. A request sent just as the server closes is lost, and no browser
   * or proxy sends a form again. So the other side must close first: nginx does after 60 s; Node's default is 5 s.
   */
  keepAliveTimeout: 75_000,
}

/** Of a form of text. Such a body is received before its request takes a place among those that are handled. */
export const LARGEST_BODY_BYTES = 256 * 1024
/** Routes that take more than a form of text, by their folders in `app`. */
export const LARGER_BODIES: Readonly<Record<string, number>> = {
  '/[locale]/cohorts/[cohort]/import': LARGEST_LIST_FORM_BYTES,
  '/[locale]/seminars/[seminar]/materials': LARGEST_FILE_FORM_BYTES,
  '/[locale]/institutions/[institution]/face': LARGEST_FACE_FORM_BYTES,
}

const LARGER = Object.entries(LARGER_BODIES).map(([route, bytes]) => ({
  address: new RegExp(`^${route.replace(/\[\w+\]/g, '[^/]+')}$`),
  bytes,
}))

function largestBody(url: string): number {
  const [path = ''] = url.split('?')
  return LARGER.find(({ address }) => address.test(path))?.bytes ?? LARGEST_BODY_BYTES
}

/** The announced length of a body in bytes; 0 if there is none. A length without an end is refused (`isTooLarge`). */
export function bodyLength(headers: IncomingHttpHeaders): number {
  return Number(headers['content-length'] ?? 0)
}

/** Whether the announced body is larger than this route accepts. */
export function isTooLarge(url: string, headers: IncomingHttpHeaders): boolean {
  // A body without a length may have no end. Browsers always send the length.
  if (headers['transfer-encoding']) return true
  return bodyLength(headers) > largestBody(url)
}

/** Long enough for a telephone that loses its network for a moment. */
const GRACE_MS = 30_000
/**
 * Bytes in a second: a form is sent over the slowest network that still works (2G gives 2,000 to 5,000), and a file over
 * a line of a school (200 kbit/s are 25,000). Decision 82 gives the reasons.
 */
const SLOWEST = { form: 1000, upload: 10_000 }

/** How slowly a body of this length may arrive. */
export function paceOf(length: number): Pace {
  return { graceMs: GRACE_MS, bytesPerSecond: SLOWEST[isUpload(length) ? 'upload' : 'form'] }
}

/** Whether a body is too long to be kept in memory before its request is handled. */
export function isUpload(length: number): boolean {
  return length > LARGEST_BODY_BYTES
}

/** Memory for forms that arrive, or wait: four thousand short ones, of which one address has at most a quarter. */
const SPACE: BodySpace = { total: 64 * 1024 * 1024, each: 16 * 1024 * 1024 }

/** Enough for some of the longest forms. */
const LEAST_SPACE = 8 * LARGEST_BODY_BYTES

/** Divides the memory for bodies among the site's workers. */
export function spaceFor(workers: number): BodySpace {
  const share = (bytes: number) => Math.max(LEAST_SPACE, Math.ceil(bytes / workers))
  return { total: share(SPACE.total), each: share(SPACE.each) }
}
