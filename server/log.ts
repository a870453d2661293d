import 'server-only'

/** What a line of the log may say. Ids, codes, counts and times; never who a person is. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Writes one JSON line. Name the request in `requestId` wherever there is one. */
export function log(event: string, fields: LogFields = {}): void {
  console.log(logLine(event, fields, new Date()))
}

export function logLine(event: string, fields: LogFields, now: Date): string {
  const shown = Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? masked(value) : value])
  return JSON.stringify({ time: now.toISOString(), event, ...Object.fromEntries(shown) })
}

// Their messages quote what was being stored or read.
const QUOTES_VALUES = /^(Prisma|DriverAdapterError|DatabaseError|ZodError|SyntaxError|error$)/

/** Logs a bug: what it is and where it happened, never what a person had typed when it did. */
export function logBug(error: unknown, fields: LogFields = {}): void {
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

// Error messages quote what people typed, and database addresses hold passwords.
function masked(text: string): string {
  return text
    .replace(/\/\/[^\s/@]*@/g, '//…@')
    .replace(E_MAIL, '…')
    .replace(IPV4, '…')
    .replace(IPV6, '…')
}

/** What a log line says of an error that is no bug: its code, or its kind. Its message may hold what somebody typed. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown'
}
