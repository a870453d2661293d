import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { handIn } from '@/server/exam/hand-in'
import { permitToSit } from '@/server/exam/permit-to-sit'

/** Hands the exam in. It is idempotent: a second request shows the same result. */
export const POST = form({
  back: ({ params }) => `/courses/${params.course}/exam/check`,
  permit: ({ caller, params }: Context<'course'>) => permitToSit(caller, params.course, new Date()),
  read: (sent, _, { learner }) => {
    const attempt = learner.attempts.find(({ id }) => id === sent.get('attempt'))
    if (!attempt) throw new AppError('forbidden', 'attempt of another')
    return attempt
  },
  act: async ({ permit, learner }, attempt, { locale }) => {
    await handIn(permit, learner, attempt, locale)
    return attempt.number
  },
  done: (number, { locale, params }) => href(locale, `/courses/${params.course}/exam/result?attempt=${number}`),
})
