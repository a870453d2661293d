import 'server-only'

/**
 * Error codes of PostgreSQL, Node.js and Prisma, and error kinds of its adapter, for a database that is away, starting,
 * stopping or too busy.
 */
const SIGNS = new Set([
  ...['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006'],
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'],
  ...['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'],
])
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

/** True for an error that is not the fault of a query: the database did not answer, and may answer the next time. */
export function isUnreachable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, originalCode, kind, message, cause, meta } = error as Signs
  if ([code, originalCode, kind].some((sign) => typeof sign === 'string' && SIGNS.has(sign))) return true
  if (typeof message === 'string' && WORDS.test(message)) return true
  return isUnreachable(cause) || isUnreachable(meta?.driverAdapterError)
}
