import 'server-only'

/**
 * Error codes of PostgreSQL, Node.js and Prisma, and error kinds of its adapter, for a database that is away, starting,
 * stopping or too busy.
 */
const SIGNS = new Set([
  ...['57P01', '57P02', '57P03', '57P05', '25P03', '53300'],
  // A server that may not be written to: it has not been promoted yet, or is no longer the first.
  '25006',
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'],
  ...['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'],
])
/** A transaction that was undone for another: they waited for each other, or one changed what the other had read. */
const CONFLICTS = new Set(['40P01', '40001', 'P2034', 'TransactionWriteConflict'])
/** The class of PostgreSQL's codes for a connection that failed. */
const CONNECTION = /^08[0-9A-Z]{3}$/
// Messages of the driver that have no code.
const WORDS =
  /^Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|^Query read timeout/

type Signs = {
  code?: unknown
  originalCode?: unknown
  kind?: unknown
  message?: unknown
  cause?: unknown
  meta?: { driverAdapterError?: unknown }
}

/**
 * True for an error that is not the fault of a query: the database did not answer, or undid the work in favour of
 * another transaction, and may do it the next time.
 */
export function isUnreachable(error: unknown): boolean {
  return isConflict(error) || hasSign(error, isSign, WORDS)
}

/** True if the database undid a transaction in favour of another. Repeated, it can succeed at once. */
export function isConflict(error: unknown): boolean {
  return hasSign(error, (sign) => CONFLICTS.has(sign))
}

function hasSign(error: unknown, wanted: (sign: string) => boolean, words?: RegExp): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, originalCode, kind, message, cause, meta } = error as Signs
  if ([code, originalCode, kind].some((sign) => typeof sign === 'string' && wanted(sign))) return true
  if (typeof message === 'string' && words?.test(message)) return true
  return hasSign(cause, wanted, words) || hasSign(meta?.driverAdapterError, wanted, words)
}

const isSign = (sign: string) => SIGNS.has(sign) || CONNECTION.test(sign)
