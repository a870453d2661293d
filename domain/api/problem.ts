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
} as const
export type ProblemCode = keyof typeof PROBLEMS

/** An expected refusal of the API. Anything else that is thrown is a bug. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly code: ProblemCode
  /** In how many seconds to ask again, if that helps. */
  readonly retryAfter: number | null

  constructor(code: ProblemCode, retryAfter: number | null = null) {
    super(code)
    this.code = code
    this.retryAfter = retryAfter
  }
}
