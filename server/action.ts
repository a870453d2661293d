import 'server-only'
import type { ErrorCode } from '@/domain/errors'
import { refusalOf } from './refusal'

export type Refusal = { status: 'refused'; code: ErrorCode }

/** Runs what a form asks for; a refusal we can explain becomes a state, anything else stays a bug and is thrown. */
export async function orRefused<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work()
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return { status: 'refused', code: refusal.code }
  }
}
