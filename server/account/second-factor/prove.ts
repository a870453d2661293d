import 'server-only'
import type { SecondFactorCode } from '@/domain/auth/second-factor-code'
import type { Permit } from '../../auth/permit'
import { type CodeRefusal, withCode } from './with-code'

/** Shows once more that it is she, in this browser. @throws {AppError} too-many-requests */
export async function proveSecondFactor(
  { actor }: Permit<'account:change'>,
  code: SecondFactorCode,
  now: Date,
): Promise<{ status: 'proved' } | CodeRefusal> {
  return withCode(actor, code, now, async () => ({ status: 'proved' as const }))
}
