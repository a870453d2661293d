import { page } from '@/app/http/get-page'
import { INSTITUTION_WAYS, InstitutionPage } from '@/components/institution/institution-page'
import { decide } from '@/domain/auth/policy'
import { nameIn } from '@/domain/person/name-in'
import { library } from '@/server/content/library'
import { openInstitution } from '@/server/institution/open-institution'
import { doneIn, staffDocument } from '../../staff-document'

export const GET = page<'institution'>(async ({ locale, t, query, params, caller }) => {
  const { permit, institution } = await openInstitution(caller, 'institution:read', params.institution)
  const name = nameIn(institution, locale)
  // Links that need a second factor first are listed too: the page behind asks for the code.
  const ways = INSTITUTION_WAYS.filter(
    ({ permission }) => decide(permit.actor, permission, permit.target) !== 'forbidden',
  )
  const about = { name, institution, ways, regions: library().regions, done: doneIn(query), locale, t }
  return staffDocument(name, <InstitutionPage {...about} />)
})
