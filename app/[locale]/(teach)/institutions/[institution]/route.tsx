import { documentPage } from '@/app/document'
import { href } from '@/components/shell/paths'
import { Facts } from '@/components/ui/facts'
import { decide, type Person } from '@/domain/auth/policy'
import { formatDate } from '@/i18n/translator'
import { regionName } from '../region-name'
import { teachPage } from '../teach-page'
import { nameOf, openInstitution } from './open-institution'

type Context = { params: Promise<{ locale: string; institution: string }> }

/** What an institution is, and what the reader may do in it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, institution: id } = await params
  return documentPage(request, language, async (context) => {
    const { locale, t } = context
    const { permit, institution } = await openInstitution('institution:read', id)
    const ways = waysOpen(permit.actor, id)
    return teachPage(context, {
      title: nameOf(institution, locale),
      crumbs: [],
      children: (
        <>
          <section className="card narrow">
            <Facts
              facts={[
                { label: t('fields.kind'), value: t(`institutions.kinds.${institution.kind}`) },
                { label: t('fields.region'), value: regionName(institution.region, locale, t) },
                { label: t('fields.nameArabic'), value: <bdi lang="ar">{institution.nameArabic}</bdi> },
                { label: t('fields.nameLatin'), value: <bdi lang="fr">{institution.nameLatin}</bdi> },
                { label: t('institutions.since'), value: formatDate(institution.createdAt, locale) },
              ]}
            />
          </section>
          <section className="stack" aria-labelledby="may">
            <h2 id="may">{t('institutions.may')}</h2>
            {ways.length === 1 && <p className="prose">{t('institutions.mayLittle')}</p>}
            <p className="row">
              {ways.map(({ path, label }) => (
                <a key={path} className="btn" href={href(locale, `/institutions/${id}/${path}`)}>
                  {t(`institutions.${label}`)}
                </a>
              ))}
            </p>
          </section>
        </>
      ),
    })
  })
}

const WAYS = [
  { permission: 'institution:read', path: 'cohorts', label: 'cohortsDo' },
  { permission: 'institution:report', path: 'report', label: 'reportDo' },
  { permission: 'people:read', path: 'people', label: 'peopleDo' },
  { permission: 'certificate:list', path: 'certificates', label: 'certificatesDo' },
  { permission: 'audit:read', path: 'audit', label: 'auditDo' },
  { permission: 'institution:change', path: 'edit', label: 'edit' },
  { permission: 'institution:archive', path: 'archive', label: 'archive' },
] as const

/** Also where a code is asked for first: the page behind says so. */
function waysOpen(reader: Person, institutionId: string) {
  return WAYS.filter(({ permission }) => decide(reader, permission, { institutionId }) !== 'forbidden')
}
