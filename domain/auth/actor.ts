import type { Standing } from './roles-held'

/** Who asks. `anonymous` has no account behind it. */
export type Actor =
  | { kind: 'anonymous' }
  /** Whoever holds the server's command line. */
  | { kind: 'operator' }
  | {
      kind: 'person'
      accountId: string
      sessionId: string
      confirmed: boolean
      locale: string
      /** Read only for what asks about roles: see `needsStanding`. */
      standing?: Standing
    }
export type Person = Extract<Actor, { kind: 'person' }>

/** The answer says why, so that the page can say what to do. */
export type Decision =
  | 'allowed'
  | 'sign-in-required'
  | 'unconfirmed'
  | 'forbidden'
  | 'course-closed'
  | 'second-factor-missing'
  | 'second-factor-required'
