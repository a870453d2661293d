import 'server-only'
import { AppError } from '@/domain/errors'
import { isUnreachable } from './db/unreachable'
import { log, reasonOf } from './log'

/** The refusal that an error comes to; null for a bug. A database that does not answer is said, and answers the next time. */
export function expectedError(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  if (!isUnreachable(error)) return null
  log('database-unreachable', { reason: reasonOf(error) })
  return new AppError('unavailable', 'database')
}
