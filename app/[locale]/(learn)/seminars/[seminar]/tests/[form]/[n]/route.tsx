import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { TestQuestionPage, testQuestionTitle } from '@/components/exam/test-question-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { withoutAnswers } from '@/domain/exam/public-question'
import { testPlaces } from '@/domain/exam/question-places'
import { readTestForm } from '@/domain/exam/read-test-form'
import { saveTestAnswer } from '@/server/cohort/tests/sit-test'
import { seeOther } from '@/server/respond'
import { requireSeminarTest, type SeminarTest } from '@/server/seminar/tests/test-of-seminar'
import { positionIn } from '../../../../../position-in'
import { unlessRefused } from '../../../../../unless-refused'

type Params = 'seminar' | 'form' | 'n'

/** One question of a test under way. The form saves its answer and redirects to the page that its button names. */
export const { GET, POST } = formPage({
  keeps: 'answer',
  permit: async ({ caller, params }: Context<Params>) => ({
    position: positionIn(params.n),
    ...(await requireSeminarTest(caller, params.seminar, params.form, new Date())),
  }),
  page: questionPage,
  read: (sent, _, { position }) => {
    const given = readTestForm(sent, position)
    if (!given) throw new AppError('invalid-input', 'test form')
    return given
  },
  act: async ({ permit, test, position }, { answer, go }, { params }) => {
    const fits = await unlessRefused(saveTestAnswer(permit, test, { position, answer }, new Date()))
    if (!fits) return `/${params.n}?refused=1`
    return go === 'check' ? '' : `/${go}`
  },
  done: (to, { locale, params }) => href(locale, pathOf(params)) + to,
})

const pathOf = ({ seminar, form }: Record<Params, string>) => `/seminars/${seminar}/tests/${form}`

/** The answer key does not reach the page: it is built from `withoutAnswers`. */
async function questionPage(
  { locale, t, query, params }: Context<Params>,
  { test, position }: { test: SeminarTest; position: number },
): Promise<DocumentPage | Response> {
  const { questions, sitting, availability, form } = test
  const path = href(locale, pathOf(params))
  if (!sitting || availability.status !== 'open') return seeOther(path)
  const question = questions[position - 1]
  if (!question) throw new AppError('not-found', 'position')
  const main = (
    <TestQuestionPage
      form={form}
      position={position}
      question={withoutAnswers(question.key, question.order)}
      answer={sitting.answers.get(position) ?? null}
      refused={query.has('refused')}
      places={testPlaces(questions, sitting.answers)}
      path={path}
      locale={locale}
      t={t}
    />
  )
  const title = testQuestionTitle(form, position, questions.length, t)
  return { title, main, script: 'exam.js', styles: ['exam.css'], index: false }
}
