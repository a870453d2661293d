import type { Locale } from '@/domain/locale'
import { formatDateTime, formatNumber, type Translator } from '@/i18n/translator'

type Attempt = {
  number: number
  handedInAt: Date | null
  earned: number | null
  possible: number | null
  passed: boolean | null
}
type Props = { attempts: readonly Attempt[]; locale: Locale; t: Translator; resultPath: string }

export function AttemptList({ attempts, locale, t, resultPath }: Props) {
  return (
    <ul className="plain stack">
      {attempts.map(({ number, handedInAt, earned, possible, passed }) => (
        <li key={number} className="row">
          {handedInAt ? (
            <>
              <a href={`${resultPath}?attempt=${number}`}>
                {t('exam.attemptLine', {
                  n: number,
                  score: formatNumber(earned ?? 0, locale),
                  possible: formatNumber(possible ?? 0, locale),
                  date: formatDateTime(handedInAt, locale),
                })}
              </a>
              <span className={passed ? 'chip ok' : 'chip'}>
                {t(passed ? 'learning.passed' : 'learning.notPassed')}
              </span>
            </>
          ) : (
            t('exam.attemptOpen', { n: number })
          )}
        </li>
      ))}
    </ul>
  )
}
