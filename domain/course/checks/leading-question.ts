import { LOCALES, type Locale } from '../../locale'
import { error, type LibraryCheck } from './finding'
import { placeIn } from './source'

/** Words that suggest an answer, or ask somebody who was exploited to justify herself. */
const LEADING: Readonly<Record<Locale, RegExp>> = {
  ar: /أليس كذلك|(?<!\p{L})لماذا(?!\p{L})|(?<!\p{L})لم لم(?!\p{L})|(?<!\p{L})ألم(?!\p{L})|(?<!\p{L})ألا(?!\p{L})/u,
  fr: /n['’]est-ce pas|(?<!\p{L})pourquoi(?!\p{L})|(?<!\p{L})avouez/iu,
  en: /(?<!\p{L})why(?!\p{L})|(?:n['’]t (?:you|they|it|he|she))\b/iu,
}

/** The question about a sign must not suggest an answer or ask a person to justify herself. */
export const leadingQuestion: LibraryCheck = ({ indicators }) =>
  indicators.flatMap((file) =>
    (file.value?.indicators ?? []).flatMap(({ ask }, at) =>
      LOCALES.flatMap((locale) => {
        const words = LEADING[locale].exec(ask[locale])?.[0]
        return words === undefined
          ? []
          : [
              error(
                placeIn(file, `indicators.${at}.ask.${locale}`),
                `“${words}” leads the person or asks for a justification: put an open question about what happened`,
                { words },
              ),
            ]
      }),
    ),
  )
