import 'server-only'
import { OutboundError } from '../outbound/send'

/**
 * `away`: nobody can sign on there now. `cancelled`: she, or the provider, refused there. `refused`: what it sent is
 * not accepted.
 */
export type ProviderFailure = 'away' | 'cancelled' | 'refused'

export class ProviderError extends Error {
  /** @param reason for the log: a code, nothing that the provider or the person wrote. */
  constructor(
    readonly why: ProviderFailure,
    readonly reason: string,
  ) {
    super(`${why}: ${reason}`)
  }
}

const LOOKED_AT = 5
/** OAuth errors by which a provider says that she, or the provider, declined. */
const CANCELLED = ['access_denied', 'interaction_required', 'login_required', 'consent_required']
const AWAY = ['temporarily_unavailable', 'server_error']
/** The code of an answer with another status or type than expected: an error page, mostly. */
const NO_ANSWER = ['OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_TIMEOUT']
const CODE = /^[\w.-]{1,80}$/

/** What an error of the library means. */
export function refusalOf(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error
  const outbound = causesOf(error).find((one): one is OutboundError => one instanceof OutboundError)
  if (outbound) return new ProviderError('away', outbound.why)
  const said = wordOf(error, 'error')
  if (said !== null && CANCELLED.includes(said)) return new ProviderError('cancelled', said)
  const code = wordOf(error, 'code')
  const away = (said !== null && AWAY.includes(said)) || (code !== null && NO_ANSWER.includes(code))
  return new ProviderError(away ? 'away' : 'refused', said ?? code ?? 'unknown')
}

/** Runs `work`. Any failure in it becomes the error `away`. */
export async function awayIf<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new ProviderError('away', refusalOf(error).reason)
  }
}

function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = []
  let one: unknown = error
  while (one instanceof Error && causes.length < LOOKED_AT) {
    causes.push(one)
    one = one.cause
  }
  return causes
}

/** A field of an error, if it is a code. Other text from a provider may name a person. */
function wordOf(error: unknown, field: 'error' | 'code'): string | null {
  if (typeof error !== 'object' || error === null || !(field in error)) return null
  const value: unknown = Reflect.get(error, field)
  return typeof value === 'string' && CODE.test(value) ? value : null
}
