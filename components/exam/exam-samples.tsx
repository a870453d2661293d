import type { Course } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { AttemptList } from '../ui/attempt-list'
import { HERE, type Sample } from '../ui/sample'
import { HandInForm } from './hand-in-form'
import { ObjectiveScores } from './objective-scores'
import { OwnCertaintyTable } from './own-certainty-table'
import { QuestionMap } from './question-map'
import { ResultSummary } from './result-summary'

const DAY = new Date('2026-03-05T10:00:00Z')
const ATTEMPTS = [
  { number: 1, handedInAt: DAY, earned: 11.5, possible: 20, passed: false },
  { number: 2, handedInAt: DAY, earned: 17, possible: 20, passed: true },
  { number: 3, handedInAt: null, earned: null, possible: null, passed: null },
]
const AVAILABILITIES = [
  { status: 'passed', attemptsLeft: 1 },
  { status: 'cooling-down', opensAt: DAY, attemptsLeft: 2 },
  { status: 'open', attemptsLeft: 1 },
  { status: 'exhausted', attemptsLeft: 0 },
] as const
const STATES = ['answered', 'answered', 'incomplete', 'unanswered', 'unanswered'] as const
const PLACES = STATES.map((state, place) => ({ place: place + 1, state, flagged: place === 1 }))

const CERTAINTY = [
  { certainty: 'sure', given: 12, missed: [3, 11] },
  { certainty: 'guess', given: 4, missed: [] },
] as const

type Shown = { courseId: string; course: Course }

export function examSamples({ courseId, course }: Shown, locale: Locale, t: Translator): Sample[] {
  return [
    { name: 'QuestionMap', states: [<QuestionMap key="map" items={PLACES} current={3} path={HERE} t={t} />] },
    {
      name: 'HandInForm',
      states: [[], [4, 5]].map((missing) => (
        <HandInForm
          key={missing.length}
          attemptId=""
          courseId={courseId}
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
    { name: 'ResultSummary', states: summaries(course, locale, t) },
    {
      name: 'OwnCertainty',
      states: [
        <div key="certainty">
          <OwnCertaintyTable scores={CERTAINTY} t={t} />
          {/* The targets of its links to questions. */}
          {CERTAINTY.flatMap(({ missed }) => missed).map((n) => (
            <p key={n} id={`q${n}`}>
              {t('exam.result.question', { n })}
            </p>
          ))}
        </div>,
      ],
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
            passages: place < 4 ? [{ title: text[locale], href: `${HERE}${id}` }] : [],
          }))}
          passRate={0.7}
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

function summaries({ file }: Course, locale: Locale, t: Translator) {
  const { title } = file
  const facts = { number: 'ZPSP3NQPTTQAG', title, course: title, issuer: title }
  return AVAILABILITIES.map((availability, place) => (
    <ResultSummary
      key={availability.status}
      attempt={{
        handedInAt: DAY,
        earned: place === 0 ? 17 : 11.5,
        possible: 20,
        passed: place === 0,
        givenBack: availability.status === 'open',
      }}
      passRate={0.7}
      availability={availability}
      telling={{ asked: false, action: HERE }}
      certificate={place === 0 ? { facts, nameArabic: 'الاسم الكامل', nameLatin: 'Nom complet', link: HERE } : null}
      title={title}
      course={HERE}
      practice={place === 0 ? null : HERE}
      nextCourse={place === 0 ? { title, href: HERE } : null}
      locale={locale}
      t={t}
    />
  ))
}
