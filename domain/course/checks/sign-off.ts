import type { Locale } from '../../locale'
import type { Signoff } from '../../signoff/signoff'
import type { CourseCheck, Found } from './finding'
import { placeIn, type YamlSource } from './source'
import { staleSign } from './stale-sign'

/** A sign-off names the hash of the text that was signed. When the text changes, it no longer counts. */
export const signOff: CourseCheck = ({ lessons, cases, bankSignoff, bankHashes }) => [
  ...[...lessons, ...cases].flatMap(({ signoff, hashes }) => stale(signoff, hashes)),
  ...stale(bankSignoff, bankHashes),
]

function stale(ledger: YamlSource<Signoff>, hashes: Partial<Record<Locale, string>>): Found[] {
  return (ledger.value ?? []).flatMap(({ hash, language }, index) =>
    hash === hashes[language] ? [] : [staleSign(placeIn(ledger, `${index}.hash`), language, hashes[language])],
  )
}
