import 'server-only'
import type { SecondFactorCode } from '@/domain/auth/second-factor-code'
import type { Permit } from '../../auth/permit'
import { type CodeRefusal, withCode } from './with-code'

/** Checks a code again, to prove that the person herself uses this browser. @throws {AppError} too-many-requests */
export async function proveSecondFactor(
  { actor }: Permit<'account:change'>,
  code: SecondFactorCode,
  now: Date,
): Promise<{ status: 'proved' } | CodeRefusal> {
  return withCode(actor, code, now, async () => ({ status: 'proved' as const }))
}
