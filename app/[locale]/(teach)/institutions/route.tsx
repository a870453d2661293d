import { page } from '@/app/http/get-page'
import { InstitutionsPage } from '@/components/institution/institutions-page'
import { decide, type Person } from '@/domain/auth/policy'
import { NO_ROLES } from '@/domain/auth/roles-held'
import { hasDesk } from '@/domain/auth/staff-rules'
import { requirePermission } from '@/server/auth/permit'
import { library } from '@/server/content/library'
import { listInstitutions } from '@/server/institution/institutions'
import { doneIn, staffDocument } from '../staff-document'

/** The platform's staff see all institutions; other readers see those where they have a role. */
export const GET = page(async ({ locale, t, query, caller }) => {
  const permit = await requirePermission(caller, 'institution:list', {})
  const about = {
    institutions: await listInstitutions(permit),
    may: mayOnPlatform(permit.actor),
    regions: library().regions,
    done: doneIn(query),
    locale,
    t,
  }
  const document = staffDocument(t('institutions.title'), <InstitutionsPage {...about} />)
  return { ...document, staff: hasDesk(permit.actor.roles ?? NO_ROLES) }
})

function mayOnPlatform(reader: Person) {
  const isOpen = (permission: 'institution:create' | 'audit:read' | 'people:read') =>
    decide(reader, permission, { institutionId: null }) === 'allowed'
  return {
    all: decide(reader, 'platform:read', {}) === 'allowed',
    create: isOpen('institution:create'),
    people: isOpen('people:read'),
    audit: isOpen('audit:read'),
    accounts: decide(reader, 'account:list', {}) === 'allowed',
    errors: decide(reader, 'error:read', {}) === 'allowed',
    contacts: decide(reader, 'contact:review', {}) === 'allowed',
    nation: decide(reader, 'nation:read', {}) !== 'forbidden',
  }
}
