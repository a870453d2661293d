import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { settleSchema } from '@/domain/editorial/review-forms'
import { AppError } from '@/domain/errors'
import { textFields } from '@/domain/form/form-fields'
import { settleThread } from '@/server/editorial/comments'
import { openTextToWrite } from '@/server/editorial/open-text'
import { pathOf, type ReviewContext } from '../review-head'

/** Marks a thread as dealt with, or open again. */
export const POST = form({
  back: ({ params }) => `/review/${params.kind}/${params.key}/${params.lang}`,
  permit: ({ caller, params }: ReviewContext) => openTextToWrite(caller, params),
  read: (sent) => {
    const { data } = settleSchema.safeParse(textFields(sent, ['thread', 'resolved']))
    if (!data) throw new AppError('invalid-input', 'thread')
    return data
  },
  act: async ({ permit }, { thread, resolved }) => {
    await settleThread(permit, { id: thread, resolved: resolved === 'yes' }, new Date())
    return { thread }
  },
  done: ({ thread }, { locale }, { opened }) =>
    `${href(locale, pathOf(opened))}?view=comments&thread=${thread}&done=settled`,
})
