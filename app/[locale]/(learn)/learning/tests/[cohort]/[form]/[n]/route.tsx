import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { QuestionMap } from '@/components/exam/question-map'
import { TestQuestion } from '@/components/exam/test-question'
import { href } from '@/components/shell/paths'
import { withoutAnswers } from '@/domain/course/question'
import { AppError } from '@/domain/errors'
import { answerState } from '@/domain/exam/is-complete'
import { readTestForm } from '@/domain/exam/read-test-form'
import { saveTestAnswer } from '@/server/cohort/tests/sit-test'
import { requireTest, type Test } from '@/server/cohort/tests/test-of'
import { seeOther } from '@/server/respond'
import { positionIn } from '../../../../../position-in'
import { unlessRefused } from '../../../../../unless-refused'

type Params = 'cohort' | 'form' | 'n'

/** One question of a test under way. The form saves its answer and goes where its button says. */
export const { GET, POST } = formPage({
  keeps: 'answer',
  permit: async ({ caller, params }: Context<Params>) => ({
    position: positionIn(params.n),
    ...(await requireTest(caller, params.cohort, params.form, new Date())),
  }),
  page: questionPage,
  read: (sent) => {
    const given = readTestForm(sent)
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

const pathOf = ({ cohort, form }: Record<Params, string>) => `/learning/tests/${cohort}/${form}`

/** The key stays here: the page is built from `withoutAnswers`. */
async function questionPage(
  { locale, t, query, params }: Context<Params>,
  { test, position }: { test: Test; position: number },
): Promise<DocumentPage | Response> {
  const { questions, sitting, standing } = test
  const path = href(locale, pathOf(params))
  if (!sitting || standing.status !== 'open') return seeOther(path)
  const question = questions[position - 1]
  if (!question) throw new AppError('not-found', 'position')
  const title = `${t(`tests.titles.${test.form}`)} · ${t('exam.position', { n: position, total: questions.length })}`
  const main = (
    <main id="main" className="wrap page exam">
      <TestQuestion
        title={title}
        position={position}
        total={questions.length}
        question={withoutAnswers(question.key, question.order)}
        answer={sitting.answers.get(position) ?? null}
        refused={query.has('refused')}
        path={path}
        locale={locale}
        t={t}
      />
      <QuestionMap
        items={questions.map(({ key }, place) => ({
          place: place + 1,
          state: answerState(key, sitting.answers.get(place + 1) ?? null),
          flagged: false,
        }))}
        current={position}
        path={path}
        check={path}
        t={t}
      />
    </main>
  )
  return { title, main, index: false }
}
