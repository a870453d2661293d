import { type DocumentContext, documentPage } from '@/app/document'
import type { DocumentPage } from '@/app/document-content'
import { formPage } from '@/app/form-page'
import { Leaving, leavingTitle } from '@/components/account/leaving'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { requirePermission } from '@/server/auth/permit'
import { runsSomething } from '@/server/auth/session'
import { leave } from '@/server/institution/leave'
import { myInstitutions } from '@/server/institution/my-institutions'
import { seeOther } from '@/server/respond'
import { permitToRead } from '../../permit'

type Context = { params: Promise<{ locale: string }> }
const PATH = '/account/institutions'

/** What leaving an institution means, before she does. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, leavePage)
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  const { search, searchParams } = new URL(request.url)
  return formPage(request, locale, `${PATH}/leave${search}`, async () => {
    const { actor, belonging } = await belongingAt(searchParams)
    // Pressed twice: she has left already.
    if (!belonging) return seeOther(`/${locale}${PATH}`)
    const { institutionId, guarded } = belonging
    const permit = await requirePermission('role:leave', { accountId: actor.accountId, guarded })
    await leave(permit, institutionId, new Date())
    return seeOther(`/${locale}${PATH}?done=left`)
  })
}

async function leavePage({ locale, t, query }: DocumentContext): Promise<DocumentPage> {
  const { actor, belonging } = await belongingAt(query)
  if (!belonging) throw new AppError('not-found', 'institution to leave')
  // Who must give a code gives it before she reads on.
  await requirePermission('role:leave', { accountId: actor.accountId, guarded: belonging.guarded })
  const back = href(locale, PATH)
  const institution = query.get('institution') ?? ''
  const main = (
    <Leaving
      belonging={belonging}
      action={`${back}/leave?institution=${encodeURIComponent(institution)}`}
      back={back}
      locale={locale}
      t={t}
    />
  )
  return { title: t(leavingTitle(belonging.institution)), main, staff: await runsSomething(), index: false }
}

/** What she is in the institution that an address names, or on the platform: nobody leaves where she does not belong. */
async function belongingAt(query: URLSearchParams) {
  const permit = await permitToRead()
  const typed = query.get('institution')
  const institutionId = typed === 'platform' ? null : typed
  const belonging = (await myInstitutions(permit)).find((each) => each.institutionId === institutionId)
  return { actor: permit.actor, belonging: typed === null ? undefined : belonging }
}
