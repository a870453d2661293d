import type { Locale } from '../../locale'
import type { Signoff } from '../course'
import { type CourseCheck, type Found, warning } from './finding'
import { LANGUAGE_NAME } from './language-name'
import { placeIn, type YamlSource } from './source'

/** A sign-off names the text it was given for; when the text changes, it no longer counts. */
export const signOff: CourseCheck = ({ lessons, bankSignoff, bankHashes }) => [
  ...lessons.flatMap(({ signoff, hashes }) => stale(signoff, hashes)),
  ...stale(bankSignoff, bankHashes),
]

function stale(ledger: YamlSource<Signoff>, hashes: Partial<Record<Locale, string>>): Found[] {
  return (ledger.value ?? []).flatMap(({ hash, language }, index) =>
    hash === hashes[language]
      ? []
      : [
          warning(
            placeIn(ledger, `${index}.hash`),
            `this sign-off is not for the ${LANGUAGE_NAME[language]} as it stands: once that is read, write hash: ${hashes[language]}`,
          ),
        ],
  )
}
