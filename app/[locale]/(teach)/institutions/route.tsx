import { documentPage } from '@/app/document'
import { InstitutionList } from '@/components/institution/institution-list'
import { href } from '@/components/shell/paths'
import { decide } from '@/domain/auth/policy'
import { NO_STANDING } from '@/domain/auth/roles-held'
import { isStaff } from '@/domain/auth/staff-rules'
import { requirePermission } from '@/server/auth/permit'
import { listInstitutions } from '@/server/institution/institutions'
import { regionName } from './region-name'
import { teachPage } from './teach-page'

type Context = { params: Promise<{ locale: string }> }

/** All institutions to the platform's staff; to anyone else those where she answers for something. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async (context) => {
    const { locale, t } = context
    const permit = await requirePermission('institution:list', {})
    const all = decide(permit.actor, 'platform:read', {}) === 'allowed'
    const may = (permission: 'institution:create' | 'audit:read' | 'people:read') =>
      decide(permit.actor, permission, { institutionId: null }) === 'allowed'
    const readsNation = decide(permit.actor, 'nation:read', {}) !== 'forbidden'
    const institutions = await listInstitutions(permit)
    const items = institutions.map(({ id, nameArabic, nameLatin, kind, region, people }) => ({
      id,
      nameArabic,
      nameLatin,
      kind: t(`institutions.kinds.${kind}`),
      region: regionName(region, locale, t),
      people: t('institutions.people', { count: people }),
    }))
    const nationOnly = readsNation && !all && items.length === 0
    const page = teachPage(context, {
      title: t('institutions.title'),
      crumbs: null,
      lead: t(all ? 'institutions.leadAll' : nationOnly ? 'report.nationLead' : 'institutions.leadMine'),
      children: (
        <>
          {(all || readsNation) && (
            <p className="row">
              {may('institution:create') && (
                <a className="btn primary" href={href(locale, '/institutions/new')}>
                  {t('institutions.create')}
                </a>
              )}
              {may('people:read') && (
                <a className="btn" href={href(locale, '/institutions/platform')}>
                  {t('institutions.platformDo')}
                </a>
              )}
              {may('audit:read') && (
                <a className="btn" href={href(locale, '/institutions/audit')}>
                  {t('institutions.auditPlatformDo')}
                </a>
              )}
              {readsNation && (
                <a className="btn" href={href(locale, '/national')}>
                  {t('institutions.nationDo')}
                </a>
              )}
            </p>
          )}
          {items.length > 0 && <InstitutionList items={items} locale={locale} />}
          {items.length === 0 && !nationOnly && (
            <p className="card">{t(all ? 'institutions.noneAll' : 'institutions.noneMine')}</p>
          )}
        </>
      ),
    })
    return { ...page, staff: isStaff(permit.actor.standing ?? NO_STANDING) }
  })
}
