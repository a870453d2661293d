import { documentPage } from '@/app/document'
import { PartLinks } from '@/components/cohort/part-links'
import { href } from '@/components/shell/paths'
import { FilterForm } from '@/components/ui/filter-form'
import { Name } from '@/components/ui/name'
import { FEWEST_IN_A_GROUP } from '@/domain/cohort/closed-group'
import { needsLook, type QuestionReport } from '@/domain/cohort/statistics/learning-report'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { cohortLearning, type Learning } from '@/server/cohort/learning'
import { cohortGain } from '@/server/cohort/tests/cohort-gain'
import { mayHoldTests } from '@/server/cohort/tests/hold-tests'
import { type FigureTexts, figureTexts, noneYet } from './figure-texts'
import { GainSection } from './gain-section'
import { ConfidentAndWrong, ProvisionErrors } from './provision-sections'
import { LanguageFigures, QuestionFigures } from './question-sections'

const PARTS = ['provisions', 'confident', 'questions', 'languages', 'gain'] as const

type Context = { params: Promise<{ locale: string; cohort: string }> }

/** What a cohort's answers come to, about nobody. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, cohort: cohortId } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const { cohort, permit } = await requireCohort('statistics:read', cohortId)
    const now = new Date()
    const part = PARTS.find((one) => one === query.get('part')) ?? PARTS[0]
    const path = href(locale, `/cohorts/${cohort.id}`)
    const title = t('cohorts.learning.title')
    const main = (
      <main id="main" className="wrap page stack dashboard">
        <div className="stack-s">
          <p className="sm">
            <a href={path}>{t('cohorts.learning.back')}</a>
          </p>
          <h1>
            {title} · <Name>{cohort.name}</Name>
          </h1>
          <p className="sm muted prose">{t('cohorts.learning.wall')}</p>
        </div>
        <PartLinks
          label={t('cohorts.learning.parts')}
          parts={PARTS.map((key) => ({
            key,
            href: `${path}/learning?part=${key}`,
            label: t(`cohorts.learning.${key}`),
            current: key === part,
          }))}
        />
        {part === 'gain' ? (
          <GainSection
            gain={await cohortGain(permit, cohort, now)}
            draw={mayHoldTests(permit, cohort, now) ? `${path}/tests` : null}
            locale={locale}
            t={t}
          />
        ) : (
          <Body
            learning={await cohortLearning(permit, cohort, now)}
            part={part}
            path={`${path}/learning`}
            query={query}
            locale={locale}
            t={t}
          />
        )}
      </main>
    )
    return { title: `${title} · ${cohort.name}`, main, staff: true, index: false }
  })
}

type Props = { learning: Learning; path: string; query: URLSearchParams; locale: Locale; t: Translator }
type BodyProps = Props & { part: Exclude<(typeof PARTS)[number], 'gain'> }

function Body({ learning, part, path, query, locale, t }: BodyProps) {
  const { snapshot, report, release, nextGroup } = learning
  if (!release.course.exam) return <p>{t('cohorts.learning.noExam')}</p>
  const atTheEnd = t('cohorts.learning.stepsEnd', { count: FEWEST_IN_A_GROUP })
  if (!snapshot)
    return <p className="prose">{[noneYet(learning, t), nextGroup && atTheEnd].filter(Boolean).join(' ')}</p>
  const steps = nextGroup ? [t('cohorts.learning.steps', { count: nextGroup }), atTheEnd] : [t('cohorts.learning.over')]
  const texts = figureTexts(locale, t)
  const day = texts.day(snapshot)
  const about = { learning, day, texts, locale, t }
  return (
    <>
      <ul className="facts sm">
        <li>{t('cohorts.learning.people', { count: report.people, date: day })}</li>
      </ul>
      <p className="sm muted prose">{[...steps, t('cohorts.learning.pooled')].join(' ')}</p>
      {part === 'provisions' && <ProvisionErrors {...about} />}
      {part === 'confident' && <ConfidentAndWrong {...about} />}
      {part === 'questions' && <Questions {...about} path={path} query={query} />}
      {part === 'languages' && (
        <section className="card stack" aria-labelledby="languages">
          <h2 id="languages">{t('cohorts.learning.languages')}</h2>
          <LanguageFigures {...about} questions={report.questions} release={release} />
        </section>
      )}
    </>
  )
}

type QuestionsProps = Props & { day: string; texts: FigureTexts }

function Questions({ learning, path, query, day, texts, locale, t }: QuestionsProps) {
  const { report, release } = learning
  const { questions, filters } = chooseQuestions(learning, query, locale, t)
  return (
    <section className="card stack" aria-labelledby="questions">
      <h2 id="questions">{t('cohorts.learning.questions')}</h2>
      <FilterForm
        action={path}
        filters={filters}
        texts={{ filter: t('library.cases.filter'), clear: t('library.cases.clear') }}
        keep={{ part: 'questions' }}
      />
      {questions.length === 0 ? (
        <p>{t('cohorts.learning.noMatch')}</p>
      ) : (
        <QuestionFigures questions={questions} release={release} day={day} texts={texts} locale={locale} t={t} />
      )}
      <h3>{t('cohorts.learning.alpha')}</h3>
      <p className="sm muted prose">{texts.note('cronbach-alpha', day)}</p>
      <p>{texts.alpha(report.alpha)}</p>
    </section>
  )
}

/** The address says which questions are shown. */
function chooseQuestions({ report, release }: Learning, query: URLSearchParams, locale: Locale, t: Translator) {
  const toCheck = query.get('show') === 'to-check'
  const met = new Set(report.questions.map(({ objective }) => objective))
  const objectives = release.course.file.objectives.filter(({ id }) => met.has(id))
  const objective = objectives.find(({ id }) => id === query.get('objective'))?.id
  const isChosen = (question: QuestionReport) =>
    (!toCheck || needsLook(question)) && (!objective || question.objective === objective)
  return {
    questions: report.questions.filter(isChosen),
    filters: [
      {
        name: 'show',
        label: t('cohorts.learning.show'),
        all: t('cohorts.learning.allQuestions'),
        choices: [{ value: 'to-check', label: t('cohorts.learning.toCheck'), chosen: toCheck }],
      },
      {
        name: 'objective',
        label: t('cohorts.learning.objective'),
        all: t('cohorts.learning.allObjectives'),
        choices: objectives.map(({ id, text }) => ({
          value: id,
          label: typeset(text[locale], locale),
          chosen: id === objective,
        })),
      },
    ],
  }
}
