import { LOCALES, type Locale } from '../../locale'
import { type Counts, Disclosable } from './disclose'
import { type Rate, RIGHT_OR_NOT, rightOrNot } from './facility'
import { attemptsAt, type FirstAttempt } from './first-attempt'
import { tabulate } from './tabulate'

/** How many people got a question right, by the language that their account prefers. Its column totals are the question's facility. */
export function facilityByLanguage(attempts: readonly FirstAttempt[], questionId: string): Disclosable<Counts> {
  const table = tabulate(
    attemptsAt(attempts, questionId),
    { rowsAre: 'groups', rows: LOCALES, columns: RIGHT_OR_NOT },
    (attempt) => ({ row: attempt.language, column: rightOrNot(attempt) }),
  )
  return new Disclosable({ definition: 'facility-by-language', table })
}

/**
 * The languages in which a question may be mistranslated: their 95 % interval lies wholly under another language's. A
 * reason to read the two texts side by side, not a proof: those who read in it may know less.
 *
 * Not overlapping is stricter than a two-proportion test at 5 %, which suits many questions looked at together.
 *
 * @see Schenker & Gentleman, On judging the significance of differences by examining the overlap between confidence
 * intervals, The American Statistician 55(3), 2001.
 */
export function mayBeMistranslated(rates: readonly Rate[]): Locale[] {
  const shown = rates.filter((rate) => rate.status === 'shown')
  const bestLow = Math.max(...shown.map(({ interval }) => interval.low))
  const under = shown.filter(({ interval }) => interval.high < bestLow).map(({ label }) => label)
  return LOCALES.filter((locale) => under.includes(locale))
}
