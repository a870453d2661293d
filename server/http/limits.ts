import 'server-only'
import type { IncomingHttpHeaders } from 'node:http'
import { LARGEST_FILE_FORM_BYTES } from '@/domain/file/material-file'
import { LARGEST_FACE_FORM_BYTES } from '@/domain/institution/logo'
import { LARGEST_IMPORT_FORM_BYTES } from '../cohort/import/roster'

/**
 * The limits of Node's own server. A slow sender is disconnected, so that open connections cannot exhaust the server.
 * Times in milliseconds.
 */
export const CONNECTION_LIMITS = {
  maxHeaderSize: 16 * 1024,
  /** For the whole head of a request. */
  headersTimeout: 60_000,
  /** For the whole request. */
  requestTimeout: 300_000,
  /**
   * For the time between two requests on a connection. A request sent just as the server closes is lost, and no browser
   * or proxy sends a form again. So the other side must close first: nginx does after 60 s; Node's default is 5 s.
   */
  keepAliveTimeout: 75_000,
}

const LARGEST_BODY_BYTES = 256 * 1024
/** Routes that take more than a form of text, by their folders in `app`. */
export const LARGER_BODIES: Readonly<Record<string, number>> = {
  '/[locale]/cohorts/[cohort]/import': LARGEST_IMPORT_FORM_BYTES,
  '/[locale]/seminars/[seminar]/materials': LARGEST_FILE_FORM_BYTES,
  '/[locale]/institutions/[institution]/face': LARGEST_FACE_FORM_BYTES,
}

const LARGER = Object.entries(LARGER_BODIES).map(([route, bytes]) => ({
  address: new RegExp(`^${route.replace(/\[\w+\]/g, '[^/]+')}$`),
  bytes,
}))

/** Whether the announced body is larger than this route accepts. */
export function isTooLarge(url: string, headers: IncomingHttpHeaders): boolean {
  // A body without a length may have no end. Browsers always send the length.
  if (headers['transfer-encoding']) return true
  const [path = ''] = url.split('?')
  const limit = LARGER.find(({ address }) => address.test(path))?.bytes ?? LARGEST_BODY_BYTES
  return Number(headers['content-length'] ?? 0) > limit
}
