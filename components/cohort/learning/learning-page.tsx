import type { ReactNode } from 'react'
import { MIN_GROUP_SIZE } from '@/domain/cohort/closed-group'
import type { CohortGain, CohortLearning, CohortRecall } from '@/domain/cohort/cohort-figures'
import type { Course } from '@/domain/course/course'
import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'
import type { DrawChart } from '../../ui/chart'
import { FilterForm } from '../../ui/filter-form'
import { Name } from '../../ui/name'
import { PartLinks } from '../part-links'
import { chooseQuestions, type QuestionsAsked } from './choose-questions'
import { type FigureTexts, figureTexts, noFiguresText } from './figure-texts'
import { GainSection } from './gain-section'
import { ObjectiveFigures } from './objective-section'
import { ConfidentAndWrong, ProvisionErrors } from './provision-sections'
import { LanguageFigures, QuestionFigures } from './question-sections'
import { RecallSection } from './recall-section'

/** The parts of the page, one at a time; the first is shown first. Each has its name under `cohorts.learning`. */
export const LEARNING_PARTS = [
  'provisions',
  'confident',
  'questions',
  'languages',
  'gain',
  'levels',
  'practice',
] as const
/** The parts that are computed from the answers to the exam: without figures each of them would say the same. */
const OF_THE_EXAM: readonly string[] = ['provisions', 'confident', 'questions', 'languages']

type AnswersPart = Exclude<(typeof LEARNING_PARTS)[number], 'gain' | 'levels' | 'practice'>

type Answers = {
  part: AnswersPart
  learning: CohortLearning
  course: Course
  asked: QuestionsAsked
  draw: DrawChart
}
type Gain = {
  part: 'gain'
  gain: CohortGain
  recall: readonly CohortRecall[]
  /** The reader may draw the tests. */
  mayHold: boolean
}
/** Parts whose content is passed in rendered, because other modules make it. */
type OtherPart = { part: 'levels' | 'practice'; content: ReactNode }
type Words = { locale: Locale; t: Translator }
type Props = Words & {
  cohort: { id: string; name: string }
  /** The courses of the cohort, of which the current one is shown. */
  courses: readonly { courseId: string; title: Localized; current: boolean }[]
  shown: Answers | Gain | OtherPart
  /** There are figures of the exam. */
  measured: boolean
}

/** The results of a cohort in one of its courses, for the group only, never for a person. */
export function CohortLearningPage({ cohort, courses, shown, measured, locale, t }: Props) {
  const path = href(locale, `/cohorts/${cohort.id}`)
  const several = courses.length > 1
  const current = courses.find((course) => course.current)
  // If the cohort has only one course, the address does not name it.
  const keep = { ...(several && current && { course: current.courseId }) }
  return (
    <main id="main" className="wrap page stack dashboard">
      <div className="stack-s">
        <p className="sm">
          <a href={path}>{t('cohorts.learning.back')}</a>
        </p>
        <h1>
          {t('cohorts.learning.title')} · <Name>{cohort.name}</Name>
        </h1>
        <p className="sm muted prose">{t('cohorts.learning.wall')}</p>
      </div>
      {several && (
        <PartLinks
          label={t('cohorts.form.courses')}
          parts={courses.map(({ courseId, title, current }) => ({
            key: courseId,
            href: `${path}/learning?${new URLSearchParams({ course: courseId, part: shown.part })}`,
            label: typeset(title[locale], locale),
            current,
          }))}
        />
      )}
      <PartLinks
        label={t('cohorts.learning.parts')}
        parts={partsOf(measured).map((key) => ({
          key,
          href: `${path}/learning?${new URLSearchParams({ ...keep, part: key })}`,
          label: measured || !isOfExam(key) ? t(`cohorts.learning.${key}`) : t('cohorts.learning.ofExam'),
          current: key === shown.part || (!measured && isOfExam(key) && isOfExam(shown.part)),
        }))}
      />
      {'content' in shown ? (
        shown.content
      ) : shown.part === 'gain' ? (
        <>
          <GainSection
            gain={shown.gain}
            draw={shown.mayHold ? `${path}/tests${several ? `?${new URLSearchParams(keep)}` : ''}` : null}
            locale={locale}
            t={t}
          />
          <RecallSection recall={shown.recall} locale={locale} t={t} />
        </>
      ) : (
        <AnswersPart {...shown} path={`${path}/learning`} keep={keep} locale={locale} t={t} />
      )}
    </main>
  )
}

const isOfExam = (part: string) => OF_THE_EXAM.includes(part)

/** Without figures one part of the exam stands for all of them. */
function partsOf(measured: boolean) {
  const [first] = OF_THE_EXAM
  return LEARNING_PARTS.filter((part) => measured || part === first || !isOfExam(part))
}

/** `keep`: the query parameters that name the course. */
type AnswersProps = Answers & Words & { path: string; keep: Readonly<Record<string, string>> }

function AnswersPart(props: AnswersProps) {
  const { learning, course, part, draw, locale, t } = props
  const { snapshot, report, nextGroup } = learning
  if (!course.exam) return <p>{t('cohorts.learning.noExam')}</p>
  const atTheEnd = t('cohorts.learning.stepsEnd', { count: MIN_GROUP_SIZE })
  if (!snapshot)
    return <p className="prose">{[noFiguresText(learning, t), nextGroup && atTheEnd].filter(Boolean).join(' ')}</p>
  const steps = nextGroup ? [t('cohorts.learning.steps', { count: nextGroup }), atTheEnd] : [t('cohorts.learning.over')]
  const texts = figureTexts(locale, t)
  const day = texts.day(snapshot)
  const about = { course, day, texts, locale, t }
  return (
    <>
      <ul className="facts sm">
        <li>{t('cohorts.learning.people', { count: report.people, date: day })}</li>
      </ul>
      <p className="sm muted prose">{[...steps, t('cohorts.learning.pooled')].join(' ')}</p>
      {part === 'provisions' && <ProvisionErrors {...about} provisions={report.provisions} draw={draw} />}
      {part === 'confident' && <ObjectiveFigures {...about} objectives={report.objectives} />}
      {part === 'confident' && <ConfidentAndWrong {...about} provisions={report.provisions} />}
      {part === 'questions' && <Questions {...props} day={day} texts={texts} />}
      {part === 'languages' && (
        <section className="card stack" aria-labelledby="languages">
          <h2 id="languages">{t('cohorts.learning.languages')}</h2>
          <LanguageFigures {...about} questions={report.questions} />
        </section>
      )}
    </>
  )
}

type QuestionsProps = AnswersProps & { day: string; texts: FigureTexts }

function Questions({ learning: { report }, course, asked, path, keep, day, texts, locale, t }: QuestionsProps) {
  const { questions, filters } = chooseQuestions(report.questions, course, asked, locale, t)
  return (
    <section className="card stack" aria-labelledby="questions">
      <h2 id="questions">{t('cohorts.learning.questions')}</h2>
      <FilterForm
        action={path}
        filters={filters}
        texts={{ filter: t('library.cases.filter'), clear: t('library.cases.clear') }}
        keep={{ ...keep, part: 'questions' }}
      />
      {questions.length === 0 ? (
        <p>{t('cohorts.learning.noMatch')}</p>
      ) : (
        <QuestionFigures questions={questions} course={course} day={day} texts={texts} locale={locale} t={t} />
      )}
      <h3>{t('cohorts.learning.alpha')}</h3>
      <p className="sm muted prose">{texts.note('cronbach-alpha', day)}</p>
      <p>{texts.alpha(report.alpha)}</p>
    </section>
  )
}
