import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { fragment } from '@/app/http/fragment'
import { practiceCiting } from '@/components/practice/practice-citing'
import { PracticeQuestion, practicePlace } from '@/components/practice/practice-question'
import { href, reportHref } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { questionState } from '@/domain/progress/question-state'
import type { Answer } from '@/domain/question/answer'
import { answerFromFields } from '@/domain/question/answer-form'
import { typedAnswer, typedNumbers } from '@/domain/question/kinds/computing/form'
import { FORMS } from '@/domain/question/kinds/forms'
import { MOVE, movedOption } from '@/domain/question/kinds/move'
import type { QuestionKey } from '@/domain/question/question'
import { readFinalAnswer } from '@/domain/question/read-answer'
import type { Caller } from '@/server/auth/caller'
import { permitFor, requirePermission } from '@/server/auth/permit'
import { enrol } from '@/server/course/enrol'
import { type LearnerCourse, readableCourse } from '@/server/course/learner-course'
import { answerPractice } from '@/server/practice/answer-practice'
import { stepOfForm } from '../step-of-form'

/**
 * Checks an answer to an inline question. In a course that is not public, a signed-in reader is enrolled first, so that
 * the answer can be stored: it is a condition for completing the lesson. The page's own script gets a fragment; other
 * requests are redirected to the question. If that script says that the reader was signed in and her session has ended
 * since, nothing is judged: she signs in and sends the answer again.
 */
export const POST = form({
  back: ({ params }) => `/courses/${params.course}/lessons/${params.lesson}`,
  permit: async ({ caller, params, request }: Context<'course' | 'lesson'>) => {
    const course = await readableCourse(caller, params.course, new Date())
    // A page that was shown to somebody who was signed in counts the answer as stored.
    if (request.headers.get('x-signed-in') && (await caller.session()) === null) {
      throw new AppError('sign-in-required', 'the session ended while the lesson was open')
    }
    return { ...course, toEnrol: await permitToEnrol(caller, course) }
  },
  read: (sent, { params }, { release }) => {
    const practice = release.course.lessons.find(({ file }) => file.id === params.lesson)?.practice ?? []
    const question = practice.find(({ id }) => id === sent.get('question'))
    if (!question) throw new AppError('not-found', 'practice question')
    const given = answerFromFields(sent.entries())
    const isDraft = sent.has(MOVE)
    return { sent, practice, question, answer: given && readFinalAnswer(question, given), isDraft }
  },
  act: async ({ learner: enrolled, toEnrol }, asked, { caller, params }) => {
    const { question, answer, isDraft } = asked
    const given = isDraft ? null : answer
    const learner = enrolled ?? (given && toEnrol && (await enrol(toEnrol)))
    if (given && learner) {
      const target = { courseId: params.course, learnerId: learner.accountId }
      const permit = permitFor(await caller.actor(), 'course:learn', target)
      const stored = await answerPractice(permit, learner, question, given, new Date())
      return { ...asked, kept: true, stored }
    }
    return { ...asked, kept: learner !== null, stored: null }
  },
  done: ({ sent, practice, question, answer, isDraft, kept, stored }, { request, locale, t, params }, { release }) => {
    const lesson = `/courses/${params.course}/lessons/${params.lesson}`
    const path = href(locale, lesson)
    const step = stepOfForm(sent)
    const back = `${path}${step}`
    if (answer && isDraft) return `${back}?${withDraft(question, answer)}#${placeIn(question, sent)}`
    if (!request.headers.get('x-fragment')) {
      return `${back}?${backTo(question.id, sent, answer !== null, kept)}#quiz-${question.id}`
    }
    return fragment(
      <PracticeQuestion
        question={question}
        place={practicePlace(practice, question)}
        answer={answer}
        draft={answer ? null : typedAnswer(sent)}
        refused={!answer}
        done={stored ? questionState(question, stored) === 'done' : undefined}
        citing={practiceCiting(release.course, release.course.file.lawDate, locale)}
        locale={locale}
        t={t}
        action={`${path}/practice`}
        step={step ? { id: step.slice(1), again: sent.has('again'), kept: stored !== null } : undefined}
        report={reportHref(locale, lesson, { question: question.id })}
      />,
    )
  },
})

/** Null if she is enrolled already, is signed out, may not enrol, or if the course is public. */
async function permitToEnrol(caller: Caller, { learner, release: { courseId, course } }: LearnerCourse) {
  const { access } = course.file
  if (learner || access === 'public' || (await caller.session()) === null) return null
  try {
    return await requirePermission(caller, 'course:enrol', { courseId, access })
  } catch (error) {
    // A person who may not enrol may still practise.
    if (error instanceof AppError) return null
    throw error
  }
}

/** Without JavaScript, an order that is not finished can be kept only in the address. */
function withDraft({ id, kind }: QuestionKey, order: Answer): URLSearchParams {
  return new URLSearchParams([['practice', id], ['draft', '1'], ...FORMS[kind].write(order)])
}

function placeIn({ id }: QuestionKey, sent: FormData): string {
  const moved = movedOption(sent.get(MOVE))
  return moved ? `${id}-${moved}` : `quiz-${id}`
}

/** Fields that say where the question was asked. */
const OF_THE_PAGE = ['question', 'step', 'again']

function backTo(id: string, form: FormData, answered: boolean, kept: boolean): URLSearchParams {
  const query = new URLSearchParams({ practice: id, ...(!answered && form.has('again') && { again: '' }) })
  if (!answered) query.set('refused', '1')
  if (!answered) for (const [name, value] of typedNumbers(form)) query.append(name, value)
  if (answered && !kept) {
    for (const [name, value] of form)
      if (typeof value === 'string' && !OF_THE_PAGE.includes(name)) query.append(name, value)
  }
  return query
}
