import 'server-only'
import { AppError } from '@/domain/errors'
import { isUnreachable } from './db/unreachable'
import { log } from './log'

/** The refusal that an error comes to; null for a bug. A database that does not answer is said, and answers the next time. */
export function expectedError(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  if (!isUnreachable(error)) return null
  log('database-unreachable', { reason: error instanceof Error ? error.name : 'unknown' })
  return new AppError('unavailable', 'database')
}
