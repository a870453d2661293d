import { CertificateConditions } from '@/components/course/certificate-conditions'
import { CourseCard } from '@/components/course/course-card'
import { courseFacts } from '@/components/course/course-facts'
import { CourseOutline } from '@/components/course/course-outline'
import { PrimaryAction } from '@/components/course/primary-action'
import { HandInForm } from '@/components/exam/hand-in-form'
import { ObjectiveScores } from '@/components/exam/objective-scores'
import { QuestionMap } from '@/components/exam/question-map'
import { ResultSummary } from '@/components/exam/result-summary'
import { AttemptList } from '@/components/ui/attempt-list'
import { LawBlock } from '@/components/ui/law-block'
import { LawChanged } from '@/components/ui/law-changed'
import { ProgressBar } from '@/components/ui/progress-bar'
import { ReviewState } from '@/components/ui/review-state'
import { lawChanges } from '@/domain/library/law-change'
import { resolveCitation } from '@/domain/library/resolve-citation'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { LoadedRelease } from '@/server/content/releases'
import { questionSamples } from './question-samples'
import type { Sample } from './sample'

const DAY = new Date('2026-03-05T10:00:00Z')
/** Before any change of the law that the library knows a day of. */
const LONG_AGO = '1900-01-01'
const ATTEMPTS = [
  { number: 1, handedInAt: DAY, earned: 11.5, possible: 20, passed: false },
  { number: 2, handedInAt: DAY, earned: 17, possible: 20, passed: true },
  { number: 3, handedInAt: null, earned: null, possible: null, passed: null },
]
const STANDINGS = [
  { status: 'passed', attemptsLeft: 1 },
  { status: 'cooling-down', opensAt: DAY, attemptsLeft: 2 },
  { status: 'open', attemptsLeft: 1 },
  { status: 'exhausted', attemptsLeft: 0 },
] as const
const STATES = ['answered', 'answered', 'incomplete', 'unanswered', 'unanswered'] as const
const PLACES = STATES.map((state, place) => ({ place: place + 1, state, flagged: place === 1 }))
const TONES = ['', 'ok', 'warn', 'bad', 'care', 'src']
const HERE = '?'

export function samples(release: LoadedRelease, locale: Locale, t: Translator): Sample[] {
  const { course } = release
  const facts = courseFacts(release, locale, t)
  const law = (id: string) => resolveCitation(course, id, course.file.lawDate) ?? []
  const changesOf = (cites: readonly string[]) =>
    lawChanges(cites, course, { lawDate: LONG_AGO, signedOn: null }, locale)
  const outline = course.lessons.map(({ file }, place) => ({
    id: file.id,
    href: HERE,
    title: file.title[locale],
    minutes: t('plural.minutes', { count: file.minutes }),
    done: place < 2,
  }))
  return [
    {
      name: 'Button',
      states: [
        <p key="all" className="row">
          {['primary', '', 'danger', 'link'].map((kind) => (
            <a key={kind} className={`btn ${kind}`} href={HERE}>
              {t('course.start')}
            </a>
          ))}
        </p>,
      ],
    },
    {
      name: 'Chip',
      states: [
        <p key="all" className="row">
          {TONES.map((tone) => (
            <span key={tone} className={`chip ${tone}`}>
              {t('course.awaitingReview')}
            </span>
          ))}
        </p>,
      ],
    },
    {
      name: 'Note',
      states: TONES.slice(0, 5).map((tone) => (
        <p key={tone} className={`note ${tone}`}>
          {t('errors.exam-locked')}
        </p>
      )),
    },
    {
      name: 'ProgressBar',
      states: [0, 2, 5].map((value) => (
        <ProgressBar key={value} label={t('course.progress', { done: value, total: 5 })} value={value} max={5} />
      )),
    },
    {
      name: 'PrimaryAction',
      states: [
        <PrimaryAction key="link" action={{ kind: 'link', href: HERE, label: t('course.takeExam') }} />,
        <PrimaryAction key="form" action={{ kind: 'form', action: HERE, label: t('course.start') }} />,
      ],
    },
    { name: 'ReviewState', states: [<ReviewState key="waiting" parts={course.lessons} locale={locale} t={t} />] },
    {
      name: 'CourseCard',
      states: [
        <CourseCard
          key="card"
          href={HERE}
          title={facts.title}
          summary={facts.summary}
          facts={[facts.length, facts.languages, facts.lawAsOf, facts.exam?.condition ?? '']}
          objectives={facts.objectives}
          objectivesLabel={t('course.objectives')}
          open={t('course.open')}
        />,
      ],
    },
    {
      name: 'CourseOutline',
      states: [
        <CourseOutline
          key="outline"
          title={t('course.outline')}
          doneLabel={t('lesson.completed')}
          lessons={outline}
          exam={{
            href: HERE,
            title: t('course.finalExam'),
            minutes: t('plural.questions', { count: 20 }),
            done: false,
          }}
        />,
        <CertificateConditions
          key="conditions"
          title={t('course.certificateTakes')}
          rule={t('course.ownRule')}
          texts={{ done: t('course.done'), notDone: t('course.notDone') }}
          items={[
            { text: t('course.conditionLessons', { done: 5, total: 5 }), done: true },
            { text: facts.exam?.condition ?? '', done: false },
          ]}
        />,
      ],
    },
    {
      name: 'LawBlock',
      states: ['cp-448-1#2', 'cp-448-4', 'cpp-82-5-1#4', 'cp-62'].map((id) => (
        <LawBlock key={id} cited={[law(id)].flat()} locale={locale} t={t} id={`sample-law-${id.replace('#', '-')}`} />
      )),
    },
    {
      name: 'LawChanged',
      states: [['cpp-82-5-1#4'], Object.keys(course.provisions)].map((cites) => (
        <LawChanged key={cites[0]} changes={changesOf(cites)} locale={locale} t={t} />
      )),
    },
    ...questionSamples(course, locale, t),
    { name: 'QuestionMap', states: [<QuestionMap key="map" items={PLACES} current={3} path={HERE} t={t} />] },
    {
      name: 'HandInForm',
      states: [[], [4, 5]].map((missing) => (
        <HandInForm
          key={missing.length}
          attemptId=""
          courseId={release.courseId}
          action={HERE}
          missing={missing}
          incomplete={missing.length > 0 ? [3] : []}
          flagged={missing.length > 0 ? [2] : []}
          path={HERE}
          signIn={HERE}
          t={t}
        />
      )),
    },
    {
      name: 'ResultSummary',
      states: STANDINGS.map((standing, place) => (
        <ResultSummary
          key={standing.status}
          attempt={{ handedInAt: DAY, earned: place === 0 ? 17 : 11.5, possible: 20, passed: place === 0 }}
          passRate={0.7}
          standing={standing}
          certificate={place === 0}
          course={HERE}
          locale={locale}
          t={t}
        />
      )),
    },
    {
      name: 'ObjectiveScores',
      states: [
        <ObjectiveScores
          key="scores"
          scores={course.file.objectives.map(({ id, text }, place) => ({
            objective: id,
            text: text[locale],
            earned: place,
            possible: 4,
          }))}
          locale={locale}
          t={t}
        />,
      ],
    },
    {
      name: 'AttemptList',
      states: [<AttemptList key="list" attempts={ATTEMPTS} locale={locale} t={t} resultPath={HERE} />],
    },
  ]
}
