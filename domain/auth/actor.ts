import type { RolesHeld } from './roles-held'

/** The caller of a use case. `anonymous` has no account. */
export type Actor =
  | { kind: 'anonymous' }
  /** A person with access to the server's command line. */
  | { kind: 'operator' }
  | {
      kind: 'person'
      accountId: string
      sessionId: string
      confirmed: boolean
      locale: string
      /** Loaded only for permissions that depend on roles: see `needsRoles`. */
      roles?: RolesHeld
    }
export type Person = Extract<Actor, { kind: 'person' }>

/** The reason of a refusal tells the page what to advise. */
export type Decision =
  | 'allowed'
  | 'sign-in-required'
  | 'unconfirmed'
  | 'forbidden'
  | 'course-closed'
  | 'second-factor-missing'
  | 'second-factor-required'
