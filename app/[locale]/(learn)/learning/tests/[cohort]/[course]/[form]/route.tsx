import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { TestPage } from '@/components/exam/test-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { testPlaces } from '@/domain/exam/question-places'
import type { Locale } from '@/domain/locale'
import { ownScore } from '@/server/cohort/tests/own-score'
import { handInTest, startTest } from '@/server/cohort/tests/sit-test'
import { requireTest } from '@/server/cohort/tests/test-of'

type Params = 'cohort' | 'course' | 'form'
type Granted = Awaited<ReturnType<typeof requireTest>>

/** A test before or after a course of a cohort, with her progress in it. The form begins the test, or hands it in. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<Params>) => requireTest(caller, placeIn(params), params.form, new Date()),
  page: testPage,
  read: (sent) => {
    const act = sent.get('act')
    if (act !== 'start' && act !== 'hand-in') throw new AppError('invalid-input', 'no such act')
    return act
  },
  act: async ({ permit, test }, act) => {
    if (act === 'start') await startTest(permit, test, new Date())
    else await handInTest(permit, test, new Date())
    return act
  },
  done: (act, { locale, params }) => `${pathOf(locale, params)}${act === 'start' ? '/1' : ''}`,
})

const placeIn = ({ cohort, course }: Record<Params, string>) => ({ cohortId: cohort, courseId: course })
const pathOf = (locale: Locale, { cohort, course, form }: Record<Params, string>) =>
  href(locale, `/learning/tests/${cohort}/${course}/${form}`)

async function testPage({ locale, t }: Context<Params>, { test }: Granted): Promise<DocumentPage> {
  const main = (
    <TestPage
      form={test.form}
      cohort={test.cohort}
      course={test.release.course.file.title}
      availability={test.availability}
      questions={test.questions.length}
      places={test.sitting && testPlaces(test.questions, test.sitting.answers)}
      score={test.availability.status === 'handed-in' ? ownScore(test) : null}
      path={href(locale, `/learning/tests/${test.cohort.id}/${test.cohort.courseId}/${test.form}`)}
      locale={locale}
      t={t}
    />
  )
  return { title: t(`tests.titles.${test.form}`), main, index: false }
}
