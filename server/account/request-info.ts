import 'server-only'

/** What a use case that is open to anyone must know about the request. */
export type Visit = {
  /** The address of the client, as far as it can be trusted. */
  address: string
  /** The secret in the cookie of the browser, if it has one. */
  browser?: string | null
  now: Date
  /** Runs work after the response is sent: its duration must not reveal whether an account exists. */
  later: (work: () => Promise<void>) => void
}
