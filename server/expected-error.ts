import 'server-only'
import { AppError } from '@/domain/errors'
import { isUnreachable } from './db/unreachable'
import { log, reasonOf } from './log'

/**
 * The error that the user is told about; null for a bug. A database that does not answer is an expected error: the next
 * request may succeed.
 */
export function expectedError(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  if (!isUnreachable(error)) return null
  log('database-unreachable', { reason: reasonOf(error) })
  return new AppError('unavailable', 'database')
}
