import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import type { FormState } from '@/components/form/form-state'
import { PeoplePage } from '@/components/institution/people-page'
import { href } from '@/components/shell/paths'
import { decide, type Person } from '@/domain/auth/policy'
import { nameIn } from '@/domain/cohort/name-in'
import type { InstitutionKind } from '@/domain/institution/institution'
import { readListQuery, writeListQuery } from '@/domain/institution/list-query'
import { rolesIn } from '@/domain/institution/role'
import { openInstitution } from '@/server/institution/open-institution'
import { peopleShown } from '@/server/institution/people-shown'
import { seeOther } from '@/server/respond'
import { doneIn, staffForm } from '../../../staff-document'
import { offerFrom } from '../../offer-role'

type Context = { params: Promise<{ locale: string; institution: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution } = await params
  return documentPage(request, locale, (context) => peoplePage(context, institution))
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
        ? peoplePage(context, id, refused)
        : seeOther(href(context.locale, path) + writeListQuery(shown, { done: 'offered' }))
    })
  })
}

async function peoplePage({ locale, t, query }: DocumentContext, institutionId: string, state?: FormState) {
  const { permit, institution } = await openInstitution('people:read', institutionId)
  const shown = readListQuery(query)
  const main = (
    <PeoplePage
      title={t('people.title')}
      lead={t('people.lead')}
      crumbs={[{ path: `/institutions/${institutionId}`, label: nameIn(institution, locale) }]}
      done={doneIn(query)}
      path={`/institutions/${institutionId}/people`}
      reader={permit.actor}
      institutionId={institutionId}
      shown={shown}
      {...(await peopleShown(permit, shown, new Date()))}
      offered={offeredTo(permit.actor, institutionId, institution.kind)}
      endAgain={query.get('again') === 'end'}
      state={state}
      locale={locale}
      t={t}
    />
  )
  return staffForm(t('people.title'), main, state, t)
}

/** The roles of such an institution that this reader may offer to somebody else. */
function offeredTo(reader: Person, institutionId: string, kind: InstitutionKind) {
  return rolesIn(kind).filter(
    (role) => decide(reader, 'role:offer', { institutionId, accountId: null, role }) === 'allowed',
  )
}
