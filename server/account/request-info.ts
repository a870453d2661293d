import 'server-only'

/** What a use case that anyone may call must know of the call. */
export type Visit = {
  /** Where it comes from, as far as that can be believed. */
  address: string
  /** The secret of the browser's cookie, where it has one. */
  browser?: string | null
  now: Date
  /** Runs work once the answer is sent: what it takes must not tell whether an account exists. */
  later: (work: () => Promise<void>) => void
}
