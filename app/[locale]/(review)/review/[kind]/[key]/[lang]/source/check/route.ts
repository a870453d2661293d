import { form } from '@/app/http/form'
import { readSource, sourceSchema } from '@/domain/editorial/review-forms'
import { AppError } from '@/domain/errors'
import { spendLimit } from '@/server/auth/limits'
import { openTextToPropose } from '@/server/editorial/open-text'
import { findingsOf, openSource } from '@/server/editorial/source-text'
import { statusOf } from '@/server/respond'
import { isHeavy } from '../../../../../heavy-text'
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
  act: async ({ opened, file }, { sourceText, was }, { locale, t }) => {
    const moved = was !== file.hash
    try {
      const found = await findingsOf(opened.text, file, sourceText)
      const said = sayFindings(found, { locale, t }).map(({ sentence, ...place }) => ({ ...place, message: sentence }))
      const here = said.filter(({ path }) => path === file.path)
      return { status: 200, said: { here, elsewhere: said.filter(({ path }) => path !== file.path), moved } }
    } catch (error) {
      if (!isHeavy(error)) throw error
      // The editor shows the limit as it shows a fault of the first line.
      const here = [{ path: file.path, line: 1, severity: 'error', message: t(`errors.${error.code}`) }]
      return { status: statusOf(error.code), said: { here, elsewhere: [], moved } }
    }
  },
  done: ({ status, said }) => Response.json(said, { status, headers: HEADERS }),
})
