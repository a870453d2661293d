import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { Leaving, leavingTitle } from '@/components/account/leaving'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { deskOf } from '@/server/auth/caller'
import { permitToReadAccount, requirePermission } from '@/server/auth/permit'
import { leave } from '@/server/institution/leave'
import { myInstitutions } from '@/server/institution/my-institutions'

const PATH = '/account/institutions'

/** Explains what leaving an institution means before she confirms it. */
export const { GET, POST } = formPage({
  permit,
  page: leavePage,
  act: async (granted) => {
    // On a second press she has left already.
    if (granted) await leave(granted.permit, granted.belonging.institutionId, new Date())
    return granted ? '?done=left' : ''
  },
  done: (query, { locale }) => href(locale, PATH) + query,
})

/**
 * The permit to leave the institution (or the platform) that the address names, with her role there. Only a member can
 * leave. If she needs a second factor, she gives the code before she reads on.
 */
async function permit({ caller, query }: Context) {
  const reading = await permitToReadAccount(caller)
  const typed = query.get('institution')
  const institutionId = typed === 'platform' ? null : typed
  const belonging = (await myInstitutions(reading)).find((each) => each.institutionId === institutionId)
  if (typed === null || !belonging) return null
  const target = { accountId: reading.actor.accountId, guarded: belonging.guarded }
  return { belonging, permit: await requirePermission(caller, 'role:leave', target) }
}

async function leavePage(
  { locale, t, query, caller }: Context,
  granted: Awaited<ReturnType<typeof permit>>,
): Promise<DocumentPage> {
  if (!granted) throw new AppError('not-found', 'institution to leave')
  const { belonging } = granted
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
  return {
    title: t(leavingTitle(belonging.institution)),
    main,
    styles: ['staff.css'],
    ...(await deskOf(caller)),
    index: false,
  }
}
