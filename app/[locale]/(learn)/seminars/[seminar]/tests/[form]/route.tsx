import { SeminarTestPage } from '@/components/exam/seminar-test-page'
import { testPlaces } from '@/domain/exam/question-places'
import { ownScore } from '@/server/cohort/tests/own-score'
import { startSeminarTest } from '@/server/seminar/tests/test-of-seminar'
import { testPage } from '../../../../sit-test'
import { pathOf, requireTest } from './place'

/** A test before or after a seminar. */
export const { GET, POST } = testPage({ requireTest, pathOf }, startSeminarTest, (test, path, { locale, t }) => (
  <SeminarTestPage
    form={test.form}
    seminar={test.seminar}
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
