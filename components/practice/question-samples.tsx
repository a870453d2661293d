import type { Course } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import type { Answer } from '@/domain/question/answer'
import { KINDS, kindOf } from '@/domain/question/kinds/kinds'
import type { QuestionKey } from '@/domain/question/question'
import type { Translator } from '@/i18n/translator'
import type { Sample } from '../ui/sample'
import { practiceCiting } from './practice-citing'
import { PracticeQuestion, practicePlace } from './practice-question'

/**
 * Inline questions only: a question of the exam bank would show its key here. The samples of each kind come from the
 * first course that everybody may read and that has a question of the kind.
 */
export function questionSamples(courses: readonly Course[], locale: Locale, t: Translator): Sample[] {
  const open = courses.filter(({ file }) => file.access !== 'closed')
  return Object.keys(KINDS).flatMap((kind) => {
    const course = open.find(({ lessons }) =>
      lessons.some(({ practice }) => practice.some((each) => each.kind === kind)),
    )
    return course ? kindSamples(kind, course, locale, t) : []
  })
}

function kindSamples(kind: string, course: Course, locale: Locale, t: Translator): Sample[] {
  const practice = course.lessons.flatMap((lesson) => lesson.practice)
  const asked = practice.filter((question) => question.kind === kind)
  const citing = practiceCiting(course, course.file.lawDate, locale)
  const states = STATES.flatMap((stateOf, at) => {
    const question = asked[at % asked.length]
    if (!question) return []
    // Ids must stay unique on the page, also where a kind has fewer questions than states.
    const id = at < asked.length ? question.id : `${question.id}-state-${at}`
    return (
      <PracticeQuestion
        key={id}
        {...stateOf(question)}
        question={{ ...question, id }}
        place={practicePlace(practice, question)}
        citing={citing}
        locale={locale}
        t={t}
        action="#main"
        report="#main"
      />
    )
  })
  return [{ name: `Question-${kind}`, states }]
}

type State = { answer: Answer | null; draft?: Answer | null; refused?: boolean }

/** The states of a sample: not answered, refused, right and wrong. */
const STATES: readonly ((question: QuestionKey) => State)[] = [
  () => ({ answer: null }),
  (question) => ({ answer: null, refused: true, draft: unreadable(question) }),
  ({ correct }) => ({ answer: correct }),
  (question) => ({ answer: kindOf(question).mistake(question, ([first]) => first) }),
]

/** An answer that can be read in two ways, for questions with typed numbers; null for other kinds. */
function unreadable(question: QuestionKey): Answer | null {
  return question.kind === 'computing' ? Object.fromEntries(question.asks.map(({ id }) => [id, '10,000'])) : null
}
