import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { openBank } from '@/server/editorial/open-bank'
import { openTextOrBank } from '@/server/editorial/open-text'
import { pathOf, type ReviewContext } from '../review-head'

/** Opens a bank to a reviewer. The page before told her the consequences for her own exam. */
export const POST = form({
  back: ({ params }) => `/review/${params.kind}/${params.key}/${params.lang}`,
  permit: async ({ caller, params }: ReviewContext) => {
    const { opened } = await openTextOrBank(caller, params)
    if (opened.text.key.kind !== 'bank') throw new AppError('not-found', 'no bank')
    return opened
  },
  act: async ({ permit, text }) => {
    await openBank(permit, text.key.id, new Date())
    return {}
  },
  done: (_, { locale }, opened) => href(locale, pathOf(opened)),
})
