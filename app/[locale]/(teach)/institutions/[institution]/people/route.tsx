import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { decide, type Person } from '@/domain/auth/policy'
import type { InstitutionKind } from '@/domain/institution/institution'
import { rolesIn } from '@/domain/institution/role'
import { seeOther } from '@/server/respond'
import { readListQuery, writeListQuery } from '../../list-query'
import { offerFrom } from '../../offer-role'
import { peoplePage } from '../../people-page'
import { nameOf, openInstitution } from '../open-institution'

type Context = { params: Promise<{ locale: string; institution: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution } = await params
  return documentPage(request, locale, (context) => page(context, institution))
}

/** Offers a role. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution: id } = await params
  const path = `/institutions/${id}/people`
  const shown = readListQuery(new URL(request.url).searchParams)
  return formPage(request, locale, path + writeListQuery(shown), async (form) => {
    const { permit, institution } = await openInstitution('people:read', id)
    const offered = offeredTo(permit.actor, id, institution.kind)
    return documentPage(request, locale, async (context) => {
      const refused = await offerFrom(permit, form, offered, context)
      return refused
        ? page(context, id, refused)
        : seeOther(href(context.locale, path) + writeListQuery(shown, { done: 'offered' }))
    })
  })
}

async function page(context: DocumentContext, id: string, state?: FormState) {
  const { locale, t } = context
  const { permit, institution } = await openInstitution('people:read', id)
  return peoplePage(context, {
    permit,
    path: `/institutions/${id}/people`,
    title: t('people.title'),
    lead: t('people.lead'),
    crumbs: [{ path: `/institutions/${id}`, label: nameOf(institution, locale) }],
    offered: offeredTo(permit.actor, id, institution.kind),
    state,
  })
}

/** The roles of such an institution that this reader may offer to somebody else. */
function offeredTo(reader: Person, institutionId: string, kind: InstitutionKind) {
  return rolesIn(kind).filter(
    (role) => decide(reader, 'role:offer', { institutionId, accountId: null, role }) === 'allowed',
  )
}
