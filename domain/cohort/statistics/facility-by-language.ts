import { LOCALES, type Locale } from '../../locale'
import { type Counts, Disclosable } from './disclose'
import { type Rate, RIGHT_OR_NOT, rightOrNot } from './facility'
import { attemptsAt, type FirstAttempt } from './first-attempt'
import { tabulate } from './tabulate'

/**
 * How many people got a question right, by their account's language. The column totals give the question's facility.
 */
export function facilityByLanguage(attempts: readonly FirstAttempt[], questionId: string): Disclosable<Counts> {
  const table = tabulate(
    attemptsAt(attempts, questionId),
    { rowsAre: 'groups', rows: LOCALES, columns: RIGHT_OR_NOT },
    (attempt) => ({ row: attempt.language, column: rightOrNot(attempt) }),
  )
  return new Disclosable({ definition: 'facility-by-language', table })
}

/**
 * The languages in which a question may be mistranslated: their 95 % interval lies wholly below another language's.
 * This is a reason to compare the two texts, not a proof: the people who read in that language may know less.
 *
 * Requiring that the intervals do not overlap is stricter than a two-proportion test at 5 %, which is right when many
 * questions are examined together.
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
