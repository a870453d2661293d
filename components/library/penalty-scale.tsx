import type { PenaltyDegree } from '@/domain/library/brief'
import type { LawStore } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { Inline } from '../ui/inline'
import { Text } from '../ui/text'
import { ShortCites } from './short-cites'

type Props = { degrees: readonly PenaltyDegree[]; store: LawStore; locale: Locale; t: Translator }

/** In years: the longest term of السجن, after which comes life. */
const LONGEST = 30
const MARKS = [0, 10, 20, LONGEST]

/**
 * The degrees of the penalty on one scale. Choosing one only highlights it: nothing is sent, and on paper all look the
 * same.
 */
export function PenaltyScale({ degrees, store, locale, t }: Props) {
  return (
    <fieldset className="scale">
      <legend className="sr">{t('library.briefs.degrees')}</legend>
      {degrees.map((degree) => (
        <label key={degree.when.fr} className="degree">
          <input type="radio" name="degree" autoComplete="off" />
          <span>
            <b>
              <Text>{wordsOf(degree, locale, t)}</Text>
            </b>
            {degree.fine && <Text>{` · ${fineOf(degree.fine, locale, t)}`}</Text>}
            <ShortCites cites={degree.cites} store={store} locale={locale} />
            <span className="circumstance">
              <Inline source={degree.when[locale]} locale={locale} />
            </span>
          </span>
          <Bar degree={degree} />
        </label>
      ))}
      <div className="scale-marks" aria-hidden="true">
        {MARKS.map((years) => (
          <span key={years}>{years === LONGEST ? t('library.briefs.scale', { count: years }) : years}</span>
        ))}
      </div>
    </fieldset>
  )
}

/** The range of years as a stretch of the scale; the whole scale for life. Drawn, since the words say the same. */
function Bar({ degree: { years, life } }: { degree: PenaltyDegree }) {
  const [from, to] = years ?? (life ? [0, LONGEST] : [0, 0])
  if (to === 0) return null
  return (
    <svg className="line" viewBox={`0 0 ${LONGEST} 1`} preserveAspectRatio="none" aria-hidden="true">
      <rect x={from} width={to - from} height="1" />
    </svg>
  )
}

function wordsOf({ years, life, minor, outcome }: PenaltyDegree, locale: Locale, t: Translator): string {
  if (outcome) return typeset(capitalise(outcome[locale]), locale)
  if (life || !years) return t('library.briefs.life')
  const [least, most] = years
  return t(minor ? 'library.briefs.years.minor' : 'library.briefs.years.felony', { least, most })
}

function fineOf([least, most]: readonly [number, number], locale: Locale, t: Translator): string {
  return t('library.briefs.fine', { least: formatNumber(least, locale), most: formatNumber(most, locale) })
}
