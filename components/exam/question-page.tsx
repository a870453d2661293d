import type { ComponentProps } from 'react'
import type { PlaceState } from '@/domain/exam/question-places'
import { href } from '../shell/paths'
import { ExamQuestion } from './exam-question'
import { QuestionMap } from './question-map'

type Props = Omit<ComponentProps<typeof ExamQuestion>, 'path' | 'signIn' | 'total'> & { places: readonly PlaceState[] }

/** One question of an exam under way, without its key. */
export function QuestionPage({ places, ...question }: Props) {
  const { courseId, position, locale, t } = question
  const path = href(locale, `/courses/${courseId}/exam`)
  return (
    <main id="main" className="wrap page exam">
      <ExamQuestion
        {...question}
        total={places.length}
        path={path}
        signIn={`${href(locale, '/sign-in')}?next=${encodeURIComponent(`${path}/${position}`)}`}
      />
      <QuestionMap items={places} current={position} path={path} t={t} />
    </main>
  )
}
