import { form } from '@/app/http/form'
import { readSource, sourceSchema } from '@/domain/editorial/review-forms'
import { AppError } from '@/domain/errors'
import { spendLimit } from '@/server/auth/limits'
import { openTextToPropose } from '@/server/editorial/open-text'
import { findingsOf, openSource } from '@/server/editorial/source-text'
import { sayFindings } from '../../../../../new/new-form'
import type { ReviewContext } from '../../review-head'

const HEADERS = { 'cache-control': 'no-store' }

/** Checks a file while it is typed, for the editor of its page, which sends the form of the page. Nothing is stored. */
export const POST = form({
  back: ({ params }) => `/review/${params.kind}/${params.key}/${params.lang}/source`,
  permit: async ({ caller, params, query }: ReviewContext) => {
    const { opened, permit } = await openTextToPropose(caller, params)
    const file = openSource(opened, query.get('file'))
    await spendLimit('check-source', permit.actor.accountId, new Date())
    return { opened, file }
  },
  read: (sent) => {
    const { data } = sourceSchema.safeParse(readSource(sent))
    if (!data) throw new AppError('invalid-input', 'source')
    return data
  },
  act: async ({ opened, file }, { sourceText, was }, context) => {
    const { locale, t } = context
    const said = sayFindings(findingsOf(opened.text, file, sourceText), locale, t).map(({ sentence, ...place }) => ({
      ...place,
      message: sentence,
    }))
    const here = said.filter(({ path }) => path === file.path)
    return { here, elsewhere: said.filter(({ path }) => path !== file.path), moved: was !== file.hash }
  },
  done: (checked) => Response.json(checked, { headers: HEADERS }),
})
