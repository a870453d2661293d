import { error, type TextCheck } from './finding'
import { matchesIn } from './matches-in'

/** U+2011 reverses numbers in Arabic and is missing from the Arabic fonts. */
export const noBreakHyphen: TextCheck = (texts) =>
  texts
    .flatMap((run) => matchesIn(run, /\u2011/g))
    .map((match) => error(match, 'a no-break hyphen (U+2011) stands here: type an ordinary hyphen (-)'))
