import 'server-only'
import { type LogFields, log } from '../log'

type Answered = { requestId: string; method?: string; url?: string; status: number; ms: number }

/** One line per request. Secrets and numbers in addresses are left out: no query, no certificate number, no e-mail address. */
export function logRequest({ requestId, method, url, status, ms }: Answered): void {
  log('request', { requestId, method, path: shownPath(url), status, ms: Math.round(ms) })
}

/** The line of a response to what never became a request. Its address may be anything, so it is left out. */
export function logRawRefusal(requestId: string, status: number): void {
  log('request', { requestId, status })
}

/** The line of a bug outside of every request. Its message may quote anything, so it is left out. */
export function logStray(error: unknown): void {
  log('error', placeOf(error instanceof Error ? error : new Error()))
}

/** From now on, whatever Next prints is a line of the log without its words: they may quote what a client sent. */
export function quietConsole(): void {
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...said: unknown[]) => logNotice(level, said)
  }
}

/** The line of what a library printed: where the error in it happened, else where it was printed. */
export function logNotice(level: 'error' | 'warn', said: readonly unknown[]): void {
  log('notice', { level, ...placeOf(said.find((part) => part instanceof Error) ?? new Error()) })
}

function placeOf({ name, message, stack, ...rest }: Error): LogFields {
  const code = 'code' in rest && typeof rest.code === 'string' ? rest.code : undefined
  // A message may have lines that look like places.
  const frames = stack
    ?.replace(message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  return { name, code, stack: frames?.slice(0, 5).join(' ') }
}

/** A number is left out wherever it is, mistyped or with its spaces escaped too; so is whatever may be an e-mail address. */
export function shownPath(url = ''): string {
  const [path = ''] = url.split('?')
  return path
    .replace(/\/(verify|certificates|credentials)\/(?!status\/)[^/]+/, '/$1/:number')
    .replace(/\b[2-9A-HJ-NP-TV-Z-]{13,20}\b/gi, ':number')
    .replace(/[^/]*(?:@|%40)[^/]*/gi, ':e-mail')
}
