import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { PLATFORM_ROLES } from '@/domain/institution/role'
import { requirePermission } from '@/server/auth/permit'
import { seeOther } from '@/server/respond'
import { readListQuery, writeListQuery } from '../list-query'
import { offerFrom } from '../offer-role'
import { peoplePage } from '../people-page'

type Context = { params: Promise<{ locale: string }> }
const PATH = '/institutions/platform'

/** Who administers the platform, and who supports its users. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, (context) => page(context))
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
        ? page(context, refused)
        : seeOther(href(context.locale, PATH) + writeListQuery(shown, { done: 'offered' }))
    })
  })
}

async function page(context: DocumentContext, state?: FormState) {
  const { t } = context
  return peoplePage(context, {
    permit: await requirePermission('people:read', { institutionId: null }),
    path: PATH,
    title: t('people.platformTitle'),
    lead: t('people.platformLead'),
    crumbs: [],
    offered: PLATFORM_ROLES,
    state,
  })
}
