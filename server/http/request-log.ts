import 'server-only'
import { type LogFields, log } from '../log'

type Answered = { requestId: string; method?: string; url?: string; status: number; ms: number }

/**
 * Logs one line per request, without the secrets and numbers in its address: no query, no certificate number, no e-mail
 * address.
 */
export function logRequest({ requestId, method, url, status, ms }: Answered): void {
  log('request', { requestId, method, path: shownPath(url), status, ms: Math.round(ms) })
}

/** Logs a response to input that did not become a request. Its address may be anything, so it is left out. */
export function logRawRefusal(requestId: string, status: number): void {
  log('request', { requestId, status })
}

/** Logs a bug outside of every request. Its message may quote anything, so it is left out. */
export function logStray(error: unknown): void {
  log('error', placeOf(error instanceof Error ? error : new Error()))
}

/** From now on, output of Next becomes a log line without its text, which may quote input of a client. */
export function quietConsole(): void {
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...parts: unknown[]) => logNotice(level, parts)
  }
}

/** Logs output of a library: where the error in it was thrown, otherwise where it was printed. */
export function logNotice(level: 'error' | 'warn', parts: readonly unknown[]): void {
  log('notice', { level, ...placeOf(parts.find((part) => part instanceof Error) ?? new Error()) })
}

function placeOf({ name, message, stack, ...rest }: Error): LogFields {
  const code = 'code' in rest && typeof rest.code === 'string' ? rest.code : undefined
  // The message is removed first: its lines may look like stack frames.
  const frames = stack
    ?.replace(message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  return { name, code, stack: frames?.slice(0, 5).join(' ') }
}

/**
 * The path of a request without the secret in the address of a calendar or survey, without certificate numbers wherever
 * they are, also mistyped or with escaped spaces, and without anything that may be an e-mail address.
 */
export function shownPath(url = ''): string {
  const [path = ''] = url.split('?')
  return path
    .replace(/\/api\/calendar\/[^/]+/, '/api/calendar/:token')
    .replace(/\/s\/[^/]+/, '/s/:token')
    .replace(/\/(verify|certificates|credentials)\/(?!status\/)[^/]+/, '/$1/:number')
    .replace(/\b[2-9A-HJ-NP-TV-Z-]{13,20}\b/gi, ':number')
    .replace(/[^/]*(?:@|%40)[^/]*/gi, ':e-mail')
}
