import { openPlaces, type PlaceState } from '@/domain/exam/question-places'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { HandInForm } from './hand-in-form'
import { QuestionMap } from './question-map'

type Props = { attemptId: string; courseId: string; places: readonly PlaceState[]; locale: Locale; t: Translator }

/** What is still open, before the exam is handed in. */
export function CheckPage({ attemptId, courseId, places, locale, t }: Props) {
  const path = href(locale, `/courses/${courseId}/exam`)
  return (
    <main id="main" className="wrap page exam">
      <div className="stack">
        <h1>{t('exam.check.title')}</h1>
        <HandInForm
          attemptId={attemptId}
          courseId={courseId}
          action={`${path}/hand-in`}
          {...openPlaces(places)}
          path={path}
          signIn={`${href(locale, '/sign-in')}?next=${encodeURIComponent(`${path}/check`)}`}
          t={t}
        />
      </div>
      <QuestionMap items={places} current={null} path={path} t={t} />
    </main>
  )
}
