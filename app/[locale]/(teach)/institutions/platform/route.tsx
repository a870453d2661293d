import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import type { FormState } from '@/components/form/form-state'
import { PeoplePage } from '@/components/institution/people-page'
import { href } from '@/components/shell/paths'
import { readListQuery, writeListQuery } from '@/domain/institution/list-query'
import { PLATFORM_ROLES } from '@/domain/institution/role'
import { requirePermission } from '@/server/auth/permit'
import { peopleShown } from '@/server/institution/people-shown'
import { seeOther } from '@/server/respond'
import { doneIn, staffForm } from '../../staff-document'
import { offerFrom } from '../offer-role'

type Context = { params: Promise<{ locale: string }> }
const PATH = '/institutions/platform'

/** Who administers the platform, and who supports its users. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, (context) => platformPage(context))
}

/** Offers a role on the platform. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  const shown = readListQuery(new URL(request.url).searchParams)
  return formPage(request, locale, PATH + writeListQuery(shown), async (form) => {
    const permit = await requirePermission('people:read', { institutionId: null })
    return documentPage(request, locale, async (context) => {
      const refused = await offerFrom(permit, form, PLATFORM_ROLES, context)
      return refused
        ? platformPage(context, refused)
        : seeOther(href(context.locale, PATH) + writeListQuery(shown, { done: 'offered' }))
    })
  })
}

async function platformPage({ locale, t, query }: DocumentContext, state?: FormState) {
  const permit = await requirePermission('people:read', { institutionId: null })
  const shown = readListQuery(query)
  const main = (
    <PeoplePage
      title={t('people.platformTitle')}
      lead={t('people.platformLead')}
      crumbs={[]}
      done={doneIn(query)}
      path={PATH}
      reader={permit.actor}
      institutionId={null}
      shown={shown}
      {...(await peopleShown(permit, shown, new Date()))}
      offered={PLATFORM_ROLES}
      endAgain={query.get('again') === 'end'}
      state={state}
      locale={locale}
      t={t}
    />
  )
  return staffForm(t('people.platformTitle'), main, state, t)
}
