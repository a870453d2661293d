import { documentPage } from '@/app/document'
import { InstitutionsPage } from '@/components/institution/institutions-page'
import { decide } from '@/domain/auth/policy'
import { NO_ROLES } from '@/domain/auth/roles-held'
import { isStaff } from '@/domain/auth/staff-rules'
import { requirePermission } from '@/server/auth/permit'
import { library } from '@/server/content/library'
import { listInstitutions } from '@/server/institution/institutions'
import { doneIn, staffDocument } from '../staff-document'

type Context = { params: Promise<{ locale: string }> }

/** All institutions to the platform's staff; to anyone else those where she answers for something. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t, query }) => {
    const permit = await requirePermission('institution:list', {})
    const { actor } = permit
    const isOpen = (permission: 'institution:create' | 'audit:read' | 'people:read') =>
      decide(actor, permission, { institutionId: null }) === 'allowed'
    const may = {
      all: decide(actor, 'platform:read', {}) === 'allowed',
      create: isOpen('institution:create'),
      people: isOpen('people:read'),
      audit: isOpen('audit:read'),
      nation: decide(actor, 'nation:read', {}) !== 'forbidden',
    }
    const institutions = await listInstitutions(permit)
    const about = { institutions, may, regions: library().regions, done: doneIn(query), locale, t }
    const page = staffDocument(t('institutions.title'), <InstitutionsPage {...about} />)
    return { ...page, staff: isStaff(actor.roles ?? NO_ROLES) }
  })
}
