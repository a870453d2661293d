import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { SeminarTestPage } from '@/components/exam/seminar-test-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { testPlaces } from '@/domain/exam/question-places'
import { ownScore } from '@/server/cohort/tests/own-score'
import { handInTest } from '@/server/cohort/tests/sit-test'
import { requireSeminarTest, startSeminarTest } from '@/server/seminar/tests/test-of-seminar'

type Params = 'seminar' | 'form'
type Granted = Awaited<ReturnType<typeof requireSeminarTest>>

/** A test before or after a seminar, with her progress in it. The form begins the test, or hands it in. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<Params>) => requireSeminarTest(caller, params.seminar, params.form, new Date()),
  page: testPage,
  read: (sent) => {
    const act = sent.get('act')
    if (act !== 'start' && act !== 'hand-in') throw new AppError('invalid-input', 'no such act')
    return act
  },
  act: async ({ permit, test }, act) => {
    if (act === 'start') await startSeminarTest(permit, test, new Date())
    else await handInTest(permit, test, new Date())
    return act
  },
  done: (act, { locale, params: { seminar, form } }) =>
    `${href(locale, `/seminars/${seminar}/tests/${form}`)}${act === 'start' ? '/1' : ''}`,
})

async function testPage({ locale, t }: Context<Params>, { test }: Granted): Promise<DocumentPage> {
  const { form, seminar, availability, questions, sitting } = test
  const main = (
    <SeminarTestPage
      form={form}
      seminar={seminar}
      course={test.release.course.file.title}
      availability={availability}
      questions={questions.length}
      places={sitting && testPlaces(questions, sitting.answers)}
      score={availability.status === 'handed-in' ? ownScore(test) : null}
      path={href(locale, `/seminars/${seminar.id}/tests/${form}`)}
      locale={locale}
      t={t}
    />
  )
  return { title: t(`tests.titles.${form}`), main, index: false }
}
