import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { TestHandIn } from '@/components/exam/test-hand-in'
import { href } from '@/components/shell/paths'
import { Name } from '@/components/ui/name'
import { AppError } from '@/domain/errors'
import { type AnswerState, answerState } from '@/domain/exam/is-complete'
import type { Locale } from '@/domain/locale'
import { formatDate, formatNumber, type Translator } from '@/i18n/translator'
import { ownScore } from '@/server/cohort/tests/own-score'
import { handInTest, startTest } from '@/server/cohort/tests/sit-test'
import { requireTest, type Test } from '@/server/cohort/tests/test-of'

type Params = 'cohort' | 'form'
type Granted = Awaited<ReturnType<typeof requireTest>>

/** A test before or after the course of a cohort: what it is, and where she stands with it. The form begins it, or hands it in. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<Params>) => requireTest(caller, params.cohort, params.form, new Date()),
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

const pathOf = (locale: Locale, { cohort, form }: Record<Params, string>) =>
  href(locale, `/learning/tests/${cohort}/${form}`)

async function testPage({ locale, t }: Context<Params>, { test }: Granted): Promise<DocumentPage> {
  const title = t(`tests.titles.${test.form}`)
  const path = href(locale, `/learning/tests/${test.cohort.id}/${test.form}`)
  const main = (
    <main id="main" className="wrap page stack-l narrow">
      <div className="stack">
        <p className="sm">
          <a href={href(locale, '/learning')}>{t('learning.title')}</a>
        </p>
        <h1>{title}</h1>
        <p className="lead">
          {test.release.course.file.title[locale]} · <Name>{test.cohort.name}</Name>
        </p>
      </div>
      <State test={test} path={path} locale={locale} t={t} />
    </main>
  )
  return { title, main, index: false }
}

type Props = { test: Test; path: string; locale: Locale; t: Translator }

function State({ test, path, locale, t }: Props) {
  const { standing, sitting } = test
  if (standing.status === 'handed-in') return <HandedIn test={test} at={standing.at} locale={locale} t={t} />
  if (standing.status === 'closed') return <p className="note">{t(`tests.closed.${standing.why}`)}</p>
  if (!sitting) return <Offer test={test} path={path} t={t} />
  const states = test.questions.map(({ key }, index) => answerState(key, sitting.answers.get(index + 1) ?? null))
  const placesOf = (state: AnswerState) => states.flatMap((one, index) => (one === state ? [index + 1] : []))
  return <TestHandIn path={path} missing={placesOf('unanswered')} incomplete={placesOf('incomplete')} t={t} />
}

function Offer({ test, path, t }: Omit<Props, 'locale'>) {
  return (
    <>
      <ul>
        <li>{t('tests.how.length', { questions: t('plural.questions', { count: test.questions.length }) })}</li>
        <li>{t(`tests.how.${test.form}`)}</li>
        <li>{t('tests.how.once')}</li>
        <li>{t('tests.how.wall')}</li>
      </ul>
      <form method="post" action={path}>
        <button type="submit" name="act" value="start" className="btn primary">
          {t('tests.start')}
        </button>
      </form>
    </>
  )
}

function HandedIn({ test, at, locale, t }: Omit<Props, 'path'> & { at: Date }) {
  const { earned, possible } = ownScore(test)
  return (
    <div className="note stack">
      <p>{t('tests.handedIn', { date: formatDate(at, locale) })}</p>
      <p>
        <strong>{t('tests.score', { score: formatNumber(earned, locale), possible })}</strong>
      </p>
      <p className="sm">{t('tests.noKey')}</p>
      <p>
        <a href={href(locale, `/courses/${test.cohort.courseId}`)}>{t('tests.toCourse')}</a>
      </p>
    </div>
  )
}
