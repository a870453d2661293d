import type { ReactElement } from 'react'
import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { TestQuestionPage, testQuestionTitle } from '@/components/exam/test-question-page'
import { href } from '@/components/shell/paths'
import type { SittingForm } from '@/domain/cohort/test-availability'
import { AppError } from '@/domain/errors'
import { testPlaces } from '@/domain/exam/question-places'
import { readTestForm } from '@/domain/exam/read-test-form'
import { typedAnswer, typedNumbers } from '@/domain/question/kinds/computing/form'
import { withoutAnswers } from '@/domain/question/public-question'
import type { Permit } from '@/server/auth/permit'
import { handInTest, type SatTest, saveTestAnswer } from '@/server/cohort/tests/sit-test'
import { seeOther } from '@/server/respond'
import { positionIn } from './position-in'
import { unlessRefused } from './unless-refused'

type Test = SatTest & { form: SittingForm }
type Granted<T extends Test> = { test: T; permit: Permit<'test:sit'> }

/** How to find a test, which belongs to a cohort or to a seminar. */
type Place<P extends string, T extends Test> = {
  requireTest: (context: Context<P>) => Promise<Granted<T>>
  /** The address of the test, without its language. */
  pathOf: (params: Record<P, string>) => string
}

/** A test, with her progress in it. The form begins the test, or hands it in. */
export function testPage<P extends string, T extends Test>(
  { requireTest, pathOf }: Place<P, T>,
  start: (permit: Permit<'test:sit'>, test: T, now: Date) => Promise<void>,
  view: (test: T, path: string, context: Context<P>) => ReactElement,
) {
  const addressOf = ({ locale, params }: Context<P>) => href(locale, pathOf(params))
  return formPage({
    permit: requireTest,
    page: async (context: Context<P>, { test }: Granted<T>): Promise<DocumentPage> => ({
      title: context.t(`tests.titles.${test.form}`),
      main: view(test, addressOf(context), context),
      index: false,
    }),
    read: (sent) => {
      const act = sent.get('act')
      if (act !== 'start' && act !== 'hand-in') throw new AppError('invalid-input', 'no such act')
      return act
    },
    act: async ({ permit, test }, act) => {
      await (act === 'start' ? start : handInTest)(permit, test, new Date())
      return act
    },
    done: (act, context) => `${addressOf(context)}${act === 'start' ? '/1' : ''}`,
  })
}

/** One question of a test under way. The form saves its answer and redirects to the page that its button names. */
export function testQuestionPage<P extends string, T extends Test>({ requireTest, pathOf }: Place<P | 'n', T>) {
  const addressOf = ({ locale, params }: Context<P | 'n'>) => href(locale, pathOf(params))
  return formPage({
    keeps: 'answer',
    permit: async (context: Context<P | 'n'>) => ({
      position: positionIn(context.params.n),
      ...(await requireTest(context)),
    }),
    page: (context, { test, position }) => questionPage(context, test, position, addressOf(context)),
    read: (sent, _, { position }) => {
      const given = readTestForm(sent, position)
      if (!given) throw new AppError('invalid-input', 'test form')
      return { ...given, typed: typedNumbers(sent) }
    },
    act: async ({ permit, test, position }, { answer, go, typed }, { params }) => {
      const fits = await unlessRefused(saveTestAnswer(permit, test, { position, answer }, new Date()))
      if (!fits) return `/${params.n}?${new URLSearchParams([['refused', '1'], ...typed])}`
      return go === 'check' ? '' : `/${go}`
    },
    done: (to, context) => addressOf(context) + to,
  })
}

/** The answer key does not reach the page: it is built from `withoutAnswers`. */
async function questionPage(
  { locale, t, query }: Pick<Context, 'locale' | 't' | 'query'>,
  { form, questions, sitting, availability }: Test,
  position: number,
  path: string,
): Promise<DocumentPage | Response> {
  if (!sitting || availability.status !== 'open') return seeOther(path)
  const question = questions[position - 1]
  if (!question) throw new AppError('not-found', 'position')
  const main = (
    <TestQuestionPage
      form={form}
      position={position}
      question={withoutAnswers(question.key, question.order)}
      answer={typedAnswer(query) ?? sitting.answers.get(position) ?? null}
      refused={query.has('refused')}
      places={testPlaces(questions, sitting.answers)}
      path={path}
      locale={locale}
      t={t}
    />
  )
  const title = testQuestionTitle(form, position, questions.length, t)
  return { title, main, script: 'exam.js', kinds: [question.key.kind], styles: ['exam.css'], index: false }
}
