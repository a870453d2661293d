import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { onceInProcess } from './once-in-process'

/** The fields of a log line: ids, codes, counts and times, never the identity of a person. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Writes one JSON line. Set `requestId` wherever there is a request. */
export function log(event: string, fields: LogFields = {}): void {
  console.log(logLine(event, fields, new Date()))
}

export function logLine(event: string, fields: LogFields, now: Date): string {
  const shown = Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? masked(value) : value])
  return JSON.stringify({ time: now.toISOString(), event, ...Object.fromEntries(shown) })
}

// Messages of these errors quote the values that were stored or read.
const QUOTES_VALUES = /^(Prisma|DriverAdapterError|DatabaseError|ZodError|SyntaxError|error$)/

const works = onceInProcess('works', () => new AsyncLocalStorage<{ bug: boolean }>())

/** Does work that may log the failure of a part and go on with the next. @returns whether it logged a bug. */
export async function logsBug(work: () => Promise<unknown>): Promise<boolean> {
  const outcome = { bug: false }
  await works().run(outcome, work)
  return outcome.bug
}

/** Logs a bug: its kind and its place, never the input that caused it. */
export function logBug(error: unknown, fields: LogFields = {}): void {
  const work = works().getStore()
  if (work) work.bug = true
  const { name, message, stack, code } = (error instanceof Error ? error : new Error(String(error))) as CodedError
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line))
  log('error', {
    ...fields,
    name,
    code: typeof code === 'string' ? code : undefined,
    message: QUOTES_VALUES.test(name) ? undefined : message,
    stack: frames
      ?.slice(0, 5)
      .map((frame) => frame.trim())
      .join(' '),
  })
}
type CodedError = Error & { code?: unknown }

const E_MAIL = /[^\s@"'<>()[\]=:]+@[^\s@"'<>()[\]=:]+/g
const IPV4 = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g
const IPV6 = /\b[\da-f]{1,4}(?::[\da-f]{0,4}){3,7}/gi

// Error messages quote user input, and database addresses contain passwords.
function masked(text: string): string {
  return text
    .replace(/\/\/[^\s/@]*@/g, '//…@')
    .replace(E_MAIL, '…')
    .replace(IPV4, '…')
    .replace(IPV6, '…')
}

/** What a log line says about an error that is not a bug: its code, or its kind. Its message may contain user input. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown'
}
