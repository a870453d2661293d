import { lookUp } from '../../library/library'
import { error, type Found, type LibraryCheck } from './finding'
import { type LedgerSource, placeIn } from './source'
import { staleSign } from './stale-sign'

/** A sign-off of the library must name an existing entry and the hash of its present text. */
export const librarySignOff: LibraryCheck = ({ ledgers }) => ledgers.flatMap(faultsIn)

function faultsIn(ledger: LedgerSource): Found[] {
  return (ledger.value ?? []).flatMap(({ entry, hash, language }, index) => {
    const hashes = lookUp(ledger.hashes, entry)
    if (!hashes) {
      return [error(placeIn(ledger, `${index}.entry`), `“${entry}” is nothing that this file signs: correct the id`)]
    }
    return hash === hashes[language] ? [] : [staleSign(placeIn(ledger, `${index}.hash`), language, hashes[language])]
  })
}
