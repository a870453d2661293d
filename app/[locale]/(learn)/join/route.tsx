import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { form } from '@/app/http/form'
import { page } from '@/app/http/get-page'
import { thisVisit } from '@/app/http/request-info'
import { href } from '@/components/shell/paths'
import { textFields } from '@/domain/form/form-fields'
import { requirePermission } from '@/server/auth/permit'
import { join, lookInto } from '@/server/cohort/entry/join'
import type { Way } from '@/server/cohort/entry/open-cohort'
import { confirmPage } from './confirm-page'
import { startPage, unconfirmedPage } from './start-page'

const HTTP = { closed: 404, elsewhere: 409 } as const

/** What she may come into by herself; with a code or a cohort in the address, what it is and what joining means. */
export const GET = page(async (context) => {
  const session = await context.caller.session()
  if (session && !session.confirmed) return unconfirmedPage(context)
  return joinPage(context, readWay(context.query.get('code'), context.query.get('cohort')))
})

export const POST = form({
  permit: ({ caller }: Context) => requirePermission(caller, 'cohort:join', {}),
  read: (sent) => textFields(sent, ['code', 'cohort']),
  act: async (permit, { code, cohort }, context) => {
    const way = readWay(code, cohort)
    const joined = way ? await join(permit, way, await thisVisit()) : ({ status: 'closed' } as const)
    if (joined.status === 'active') return href(context.locale, `/courses/${joined.courseId}`)
    if ('courseId' in joined) return `${href(context.locale, '/learning')}#requests`
    return startPage(context, permit, refusal(joined.status, code))
  },
  done: (answer) => answer,
})

async function joinPage(context: Context, way: Way | null): Promise<DocumentPage> {
  const permit = await requirePermission(context.caller, 'cohort:join', {})
  if (!way) return startPage(context, permit, context.query.get('code') === '' ? refusal('closed', '') : null)
  const outlook = await lookInto(permit, way, await thisVisit())
  if (outlook.status === 'open') return confirmPage(context, outlook, way)
  return startPage(context, permit, refusal(outlook.status, 'code' in way ? way.code : ''))
}

function refusal(problem: keyof typeof HTTP, typed: string) {
  return { problem, typed, status: HTTP[problem] }
}

function readWay(code: string | null, cohortId: string | null): Way | null {
  if (code) return { code }
  return cohortId ? { cohortId } : null
}
