import { NightOpening } from '@/components/practice/first/night-opening'
import { href } from '@/components/shell/paths'
import { casePath, firstDecisionPath } from '@/domain/case/case-path'
import type { Locale } from '@/domain/locale'
import { formatStoryMoment, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { isRetiredNow } from '@/server/course/retired-case'
import { readableCases } from '@/server/practice/read-cases'
import { openingOf } from './practice/first/opening-of'

/** The simulation with which the home page opens, if a course has it; otherwise the first one that is in force. */
const HOME_FILE = 'night-report'

/** The first minute of a simulation, for a reader who is signed out; null if there is none. */
export async function homeOpening({ locale, t }: { locale: Locale; t: Translator }) {
  const now = new Date()
  const played = (await readableCases({ kind: 'anonymous' }, 'simulation')).filter(
    ({ found }) => !isRetiredNow(found, now),
  )
  const chosen = played.find(({ found }) => found.file.id === HOME_FILE) ?? played[0]
  if (!chosen) return null
  const { file } = chosen.found
  return (
    <NightOpening
      opening={openingOf(chosen, { locale, t })}
      title={typeset(file.title[locale], locale)}
      hour={formatStoryMoment(file.start.at, locale).time}
      path={href(locale, firstDecisionPath(casePath(file)))}
      left={{ choices: file.reference.length - 1, minutes: file.minutes }}
      locale={locale}
      t={t}
    />
  )
}
