import { countBlanks } from '../../library/model-use'
import { LOCALES } from '../../locale'
import { error, type Found, type LibraryCheck } from './finding'
import { LANGUAGE_NAME } from './language-name'
import { placeIn } from './source'

/** A model must have one title, end with a signature, and have the same places to fill in in each language. */
export const modelWording: LibraryCheck = ({ models }) =>
  models.flatMap((file) => {
    if (!file.value) return []
    const { parts } = file.value
    const found: Found[] = []
    if (parts.filter(({ as }) => as === 'title').length !== 1) {
      found.push(
        error(placeIn(file, 'parts'), 'it has no title, or more than one: give it exactly one part that is its title'),
      )
    }
    if (parts.at(-1)?.as !== 'signature') {
      found.push(
        error(
          placeIn(file, `parts.${parts.length - 1}`),
          'it does not end with a signature: make its last part say who signs',
        ),
      )
    }
    return [
      ...found,
      ...parts.flatMap(({ text }, at) =>
        unevenBlanks(text).map((message) => error(placeIn(file, `parts.${at}.text`), message)),
      ),
    ]
  })

function unevenBlanks(text: Readonly<Record<(typeof LOCALES)[number], string>>): string[] {
  const wanted = countBlanks(text.ar)
  return LOCALES.filter((locale) => countBlanks(text[locale]) !== wanted).map(
    (locale) =>
      `the Arabic leaves ${wanted} places to fill in and the ${LANGUAGE_NAME[locale]} ${countBlanks(text[locale])}: each has its own in square brackets`,
  )
}
