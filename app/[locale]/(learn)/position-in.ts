import { AppError } from '@/domain/errors'

/**
 * The position (from 1) that an address names. Only the canonical spelling is accepted. @throws {AppError} not-found
 */
export function positionIn(n: string): number {
  if (!/^[1-9]\d{0,2}$/.test(n)) throw new AppError('not-found', 'position')
  return Number(n)
}
