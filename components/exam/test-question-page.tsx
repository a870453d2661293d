import type { ComponentProps } from 'react'
import type { SittingForm } from '@/domain/cohort/test-availability'
import type { PlaceState } from '@/domain/exam/question-places'
import type { Translator } from '@/i18n/translator'
import { QuestionMap } from './question-map'
import { TestQuestion } from './test-question'

type Props = Omit<ComponentProps<typeof TestQuestion>, 'title' | 'total'> & {
  form: SittingForm
  places: readonly PlaceState[]
}

/** One question of a test under way, without its key. */
export function TestQuestionPage({ form, places, ...question }: Props) {
  const { position, path, t } = question
  const title = testQuestionTitle(form, position, places.length, t)
  return (
    <main id="main" className="wrap page exam">
      <TestQuestion {...question} title={title} total={places.length} />
      <QuestionMap items={places} current={position} path={path} t={t} />
    </main>
  )
}

export function testQuestionTitle(form: SittingForm, position: number, total: number, t: Translator): string {
  return `${t(`tests.titles.${form}`)} · ${t('exam.position', { n: position, total })}`
}
