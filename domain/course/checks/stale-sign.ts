import type { Locale } from '../../locale'
import { type Found, warning } from './finding'
import { LANGUAGE_NAME } from './language-name'
import type { Place } from './source'

/** A sign-off of an older text. It does not count, but does not prevent publication. */
export function staleSign(place: Place, language: Locale, hash: string | undefined): Found {
  return warning(
    place,
    `this sign-off is not for the ${LANGUAGE_NAME[language]} as it stands: once that is read, write hash: ${hash}`,
  )
}
