import { TestPage } from '@/components/exam/test-page'
import { testPlaces } from '@/domain/exam/question-places'
import { ownScore } from '@/server/cohort/tests/own-score'
import { startTest } from '@/server/cohort/tests/sit-test'
import { testPage } from '../../../../../sit-test'
import { pathOf, requireTest } from './place'

/** A test before or after a course of a cohort. */
export const { GET, POST } = testPage({ requireTest, pathOf }, startTest, (test, path, { locale, t }) => (
  <TestPage
    form={test.form}
    cohort={test.cohort}
    course={test.release.course.file.title}
    availability={test.availability}
    questions={test.questions.length}
    places={test.sitting && testPlaces(test.questions, test.sitting.answers)}
    score={test.availability.status === 'handed-in' ? ownScore(test) : null}
    path={path}
    locale={locale}
    t={t}
  />
))
