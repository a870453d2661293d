import { error, type TextCheck } from './finding'
import { matchesIn } from './matches-in'

// Hyphens, and the dashes that editors replace them with.
const HYPHENATED = /\d+(?:[-\u2010\u2013\u2014]\d+)+/g
/** A range of years reads right to left in Arabic, which is correct: it is not a reference. */
const YEARS = /^\d{4}\D\d{4}$/

/** After Arabic letters a bare 448-1 is shown as 1-448, so numbers of articles must be inside :cite or :ref. */
export const rawNumber: TextCheck = (texts) =>
  texts
    .filter(({ locale, role }) => locale === 'ar' && role === 'prose')
    .flatMap((run) => matchesIn(run, HYPHENATED))
    .filter(({ text }) => !YEARS.test(text))
    .map((match) =>
      error(
        match,
        `“${match.text}” would be shown backwards in Arabic: write :cite[…]{id="…"} or :ref[${match.text}], or reword without the number`,
        { words: match.text },
      ),
    )
