import type { InstitutionFields } from '@/domain/institution/institution'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Facts } from '../ui/facts'
import { type Regions, regionName } from '../ui/region-name'
import { type StaffDone, StaffPage } from '../ui/staff-page'

/**
 * The pages below an institution: the required permission, the path, and the key of the sentence under `institutions`.
 */
export const INSTITUTION_WAYS = [
  { permission: 'institution:read', path: 'cohorts', label: 'cohortsDo' },
  { permission: 'seminar:create', path: 'seminars', label: 'seminarsDo' },
  { permission: 'institution:report', path: 'report', label: 'reportDo' },
  { permission: 'survey:run', path: 'surveys', label: 'surveysDo' },
  { permission: 'people:read', path: 'people', label: 'peopleDo' },
  { permission: 'face:change', path: 'face', label: 'faceDo' },
  { permission: 'certificate:list', path: 'certificates', label: 'certificatesDo' },
  { permission: 'audit:read', path: 'audit', label: 'auditDo' },
  { permission: 'contact:manage', path: 'contacts', label: 'contactsDo' },
  { permission: 'institution:integrate', path: 'webhooks', label: 'webhooksDo' },
  { permission: 'institution:integrate', path: 'sign-on', label: 'signOnDo' },
  { permission: 'institution:own-domain', path: 'domains', label: 'domainsDo' },
  { permission: 'institution:change', path: 'calls', label: 'callsDo' },
  { permission: 'institution:integrate', path: 'tokens', label: 'tokensDo' },
  { permission: 'institution:change', path: 'edit', label: 'edit' },
  { permission: 'institution:archive', path: 'archive', label: 'archive' },
] as const
type Way = (typeof INSTITUTION_WAYS)[number]

type Props = {
  name: string
  institution: InstitutionFields & { id: string; createdAt: Date }
  done?: StaffDone | null
  /** The pages that are open to the reader. */
  ways: readonly Way[]
  regions: Regions
  locale: Locale
  t: Translator
}

/** What an institution is, and what the reader may do in it. */
export function InstitutionPage({ name, institution, done, ways, regions, locale, t }: Props) {
  const { id, kind, region, nameArabic, nameLatin, createdAt } = institution
  return (
    <StaffPage heading={name} crumbs={[]} done={done} locale={locale} t={t}>
      <section className="card narrow">
        <Facts
          facts={[
            { label: t('fields.kind'), value: t(`institutions.kinds.${kind}`) },
            { label: t('fields.region'), value: regionName(regions, region, locale, t) },
            { label: t('fields.nameArabic'), value: <bdi lang="ar">{nameArabic}</bdi> },
            { label: t('fields.nameLatin'), value: <bdi lang="fr">{nameLatin}</bdi> },
            { label: t('institutions.since'), value: formatDate(createdAt, locale) },
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
    </StaffPage>
  )
}
