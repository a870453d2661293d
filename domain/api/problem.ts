/** Why the API refuses a request, with the status. Each has its words in i18n/messages/*.json under `api.problems`. */
export const PROBLEMS = {
  'token-missing': 401,
  'token-unknown': 401,
  'token-expired': 401,
  'token-revoked': 401,
  'institution-archived': 403,
  'not-found': 404,
  cursor: 400,
  limit: 400,
  'too-many-requests': 429,
  unavailable: 503,
  'bad-request': 400,
  'wrong-method': 405,
  failed: 500,
} as const
export type ProblemCode = keyof typeof PROBLEMS

/** A problem as RFC 9457 writes it. */
export function problemOf(code: ProblemCode, words: { title: string; detail: string }) {
  return { type: 'about:blank', ...words, status: PROBLEMS[code], code } as const
}

/** The problem for a request that the web server refuses before a route runs. */
export function problemForStatus(status: number): ProblemCode {
  if (status === 404) return 'not-found'
  if (status === 405) return 'wrong-method'
  if (status === 503) return 'unavailable'
  return status < 500 ? 'bad-request' : 'failed'
}

/** An expected refusal of the API. Anything else that is thrown is a bug. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly code: ProblemCode
  /** After how many seconds to try again; null if that does not help. */
  readonly retryAfter: number | null

  constructor(code: ProblemCode, retryAfter: number | null = null) {
    super(code)
    this.code = code
    this.retryAfter = retryAfter
  }
}
