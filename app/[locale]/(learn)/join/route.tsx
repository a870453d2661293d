import { type DocumentContext, documentPage } from '@/app/document'
import type { DocumentPage } from '@/app/document-content'
import { formPage } from '@/app/form-page'
import { thisVisit } from '@/app/this-visit'
import { textFields } from '@/domain/form/form-fields'
import { requirePermission } from '@/server/auth/permit'
import { currentSession } from '@/server/auth/session'
import { join, lookInto } from '@/server/cohort/entry/join'
import type { Way } from '@/server/cohort/entry/open-cohort'
import { seeOther } from '@/server/respond'
import { confirmPage } from './confirm-page'
import { startPage, unconfirmedPage } from './start-page'

type Context = { params: Promise<{ locale: string }> }
const HTTP = { closed: 404, elsewhere: 409 } as const

/** What she may come into by herself; with a code or a cohort in the address, what it is and what joining means. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async (context) => {
    const session = await currentSession()
    if (session && !session.confirmed) return unconfirmedPage(context)
    return joinPage(context, wayIn(context.query.get('code'), context.query.get('cohort')))
  })
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  const { search } = new URL(request.url)
  return formPage(request, locale, `/join${search}`, async (form) => {
    const permit = await requirePermission('cohort:join', {})
    const { code, cohort } = textFields(form, ['code', 'cohort'])
    const way = wayIn(code, cohort)
    const joined = way ? await join(permit, way, await thisVisit()) : ({ status: 'closed' } as const)
    if (joined.status === 'active') return seeOther(`/${locale}/courses/${joined.courseId}`)
    if ('courseId' in joined) return seeOther(`/${locale}/learning#requests`)
    return documentPage(request, locale, (context) => startPage(context, permit, refusal(joined.status, code)))
  })
}

async function joinPage(context: DocumentContext, way: Way | null): Promise<DocumentPage> {
  const permit = await requirePermission('cohort:join', {})
  if (!way) return startPage(context, permit, context.query.get('code') === '' ? refusal('closed', '') : null)
  const outlook = await lookInto(permit, way, await thisVisit())
  if (outlook.status === 'open') return confirmPage(context, outlook, way)
  return startPage(context, permit, refusal(outlook.status, 'code' in way ? way.code : ''))
}

function refusal(problem: keyof typeof HTTP, typed: string) {
  return { problem, typed, status: HTTP[problem] }
}

function wayIn(code: string | null, cohortId: string | null): Way | null {
  if (code) return { code }
  return cohortId ? { cohortId } : null
}
