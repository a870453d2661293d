import { type LibraryReviews, SIGNED_KINDS } from '../../signoff/entry-signoff'
import type { LedgerSource } from './source'

/** The sign-offs of the ledgers by entry. An entry without a sign-off is included with none. */
export function reviewsIn(ledgers: readonly LedgerSource[]): LibraryReviews {
  const reviews = SIGNED_KINDS.map((kind) => [kind, Object.fromEntries(entriesOf(ledgers, kind))])
  return Object.fromEntries(reviews) as LibraryReviews
}

function entriesOf(ledgers: readonly LedgerSource[], kind: LedgerSource['kind']) {
  return ledgers
    .filter((ledger) => ledger.kind === kind)
    .flatMap(({ value, hashes }) =>
      Object.entries(hashes).map(([id, texts]) => [
        id,
        { signoff: (value ?? []).filter(({ entry }) => entry === id), hashes: texts },
      ]),
    )
}
