import { documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { QuestionMap } from '@/components/exam/question-map'
import { TestQuestion } from '@/components/exam/test-question'
import { href } from '@/components/shell/paths'
import { withoutAnswers } from '@/domain/course/question'
import { AppError } from '@/domain/errors'
import { answerState } from '@/domain/exam/is-complete'
import { readTestForm } from '@/domain/exam/read-test-form'
import { saveTestAnswer } from '@/server/cohort/tests/sit-test'
import { requireTest } from '@/server/cohort/tests/test-of'
import { seeOther } from '@/server/respond'
import { positionIn } from '../../../../../position-in'

type Context = { params: Promise<{ locale: string; cohort: string; form: string; n: string }> }

/** One question of a test under way. The key stays here: the page is built from `withoutAnswers`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, cohort, form, n } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const position = positionIn(n)
    const { test } = await requireTest(cohort, form, new Date())
    const { questions, sitting, standing } = test
    const path = href(locale, `/learning/tests/${cohort}/${form}`)
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
  })
}

/** Saves the question's form and goes where its button says. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort, form: name, n } = await params
  const path = `/learning/tests/${cohort}/${name}`
  const save = async (form: FormData) => {
    const now = new Date()
    const position = positionIn(n)
    const { test, permit } = await requireTest(cohort, name, now)
    const given = readTestForm(form)
    if (!given) throw new AppError('invalid-input', 'test form')
    try {
      await saveTestAnswer(permit, test, { position, answer: given.answer }, now)
    } catch (error) {
      if (error instanceof AppError && error.code === 'invalid-input')
        return seeOther(`/${locale}${path}/${n}?refused=1`)
      throw error
    }
    return seeOther(`/${locale}${path}${given.go === 'check' ? '' : `/${given.go}`}`)
  }
  return formPage(request, locale, `${path}/${n}`, save, { keeps: 'answer' })
}
