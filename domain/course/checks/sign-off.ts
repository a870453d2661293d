import { type CourseCheck, warning } from './finding'
import { LANGUAGE_NAME } from './language-name'
import { placeIn } from './source'

/** A sign-off names the text it was given for; when the text changes, it no longer counts. */
export const signOff: CourseCheck = ({ lessons }) =>
  lessons.flatMap(({ signoff, hashes }) =>
    (signoff.value ?? []).flatMap(({ hash, language }, index) =>
      hash === hashes[language]
        ? []
        : [
            warning(
              placeIn(signoff, `${index}.hash`),
              `this sign-off is not for the ${LANGUAGE_NAME[language]} as it stands: once that is read, write hash: ${hashes[language]}`,
            ),
          ],
    ),
  )
