import 'server-only'
import { AppError, type ErrorCode } from '@/domain/errors'

export type Refusal = { status: 'refused'; code: ErrorCode }

/** Runs what a form asks for; a refusal we can explain becomes a state, anything else stays a bug and is thrown. */
export async function orRefused<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) return { status: 'refused', code: error.code }
    throw error
  }
}
