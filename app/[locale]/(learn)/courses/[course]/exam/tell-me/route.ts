import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { currentExaminee } from '@/server/exam/current-examinee'
import { askToTryAgain } from '@/server/exam/try-again'

/** Asks for a letter to be sent once she may try again, or cancels that. The button is on the result of an attempt. */
export const POST = form({
  back: ({ params }: Context<'course'>) => `/courses/${params.course}/exam/result`,
  permit: ({ caller, params }) => currentExaminee(caller, params.course, new Date()),
  read: (sent) => sent.get('wanted') !== 'no',
  act: ({ permit, learner, availability }, wanted) => askToTryAgain(permit, learner, availability, wanted, new Date()),
  done: (_, { locale, params }) => href(locale, `/courses/${params.course}/exam/result`),
})
