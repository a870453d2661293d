import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { openText } from '@/server/editorial/open-text'
import { noteReading } from '@/server/editorial/sign-text'
import { pathOf, type ReviewContext } from '../review-head'

/** Records that a reviewer has read a text to its end. If it has changed since, she is redirected to the changes. */
export const POST = form({
  back: ({ params }) => `/review/${params.kind}/${params.key}/${params.lang}`,
  permit: ({ caller, params }: ReviewContext) => openText(caller, params),
  read: (sent) => {
    const hash = sent.get('hash')
    if (typeof hash !== 'string' || hash === '') throw new AppError('invalid-input', 'hash')
    return hash
  },
  act: async (opened, hash) => ({ read: await noteReading(opened, hash, new Date()) }),
  done: ({ read }, { locale }, opened) => {
    const path = href(locale, pathOf(opened))
    return read ? `${path}?done=read#sign` : `${path}?view=diff&with=published`
  },
})
