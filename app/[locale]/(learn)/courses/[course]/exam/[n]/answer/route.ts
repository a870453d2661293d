import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { readAnswerForm } from '@/domain/exam/read-answer-form'
import { typedNumbers } from '@/domain/question/kinds/computing/form'
import { permitToSit } from '@/server/exam/permit-to-sit'
import { saveAnswer } from '@/server/exam/save-answer'
import { positionIn } from '../../../../../position-in'
import { unlessRefused } from '../../../../../unless-refused'

/**
 * Saves the form of a question and redirects to the page that its button names. It works without JavaScript, and for
 * pages that were opened before a deployment.
 */
export const POST = form({
  keeps: 'answer',
  back: ({ params }) => `/courses/${params.course}/exam/${params.n}`,
  permit: ({ caller, params }: Context<'course' | 'n'>) => permitToSit(caller, params.course, new Date()),
  read: (sent, { params }, { learner }) => {
    const given = readAnswerForm(sent, positionIn(params.n))
    if (!given) throw new AppError('invalid-input', 'answer form')
    const attempt = learner.attempts.find(({ id }) => id === given.attemptId)
    if (!attempt) throw new AppError('forbidden', 'attempt of another')
    return { ...given, attempt, typed: typedNumbers(sent) }
  },
  act: async ({ permit }, { attempt, saved, go, typed }, { params }) => {
    const fits = await unlessRefused(saveAnswer(permit, attempt, saved))
    return fits ? go : `${params.n}?${new URLSearchParams([['refused', '1'], ...typed])}`
  },
  done: (to, { locale, params }) => href(locale, `/courses/${params.course}/exam/${to}`),
})
