import { documentPage } from '@/app/document'
import { INSTITUTION_WAYS, InstitutionPage } from '@/components/institution/institution-page'
import { decide } from '@/domain/auth/policy'
import { nameIn } from '@/domain/cohort/name-in'
import { library } from '@/server/content/library'
import { openInstitution } from '@/server/institution/open-institution'
import { doneIn, staffDocument } from '../../staff-document'

type Context = { params: Promise<{ locale: string; institution: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, institution: institutionId } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const { permit, institution } = await openInstitution('institution:read', institutionId)
    const name = nameIn(institution, locale)
    // Also where a code is asked for first: the page behind says so.
    const ways = INSTITUTION_WAYS.filter(
      ({ permission }) => decide(permit.actor, permission, { institutionId }) !== 'forbidden',
    )
    const about = { name, institution, ways, regions: library().regions, done: doneIn(query), locale, t }
    return staffDocument(name, <InstitutionPage {...about} />)
  })
}
