import type { ComingWork } from '@/domain/institution/coming-work'
import { directionOf, type Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { shownIn } from '@/domain/text/texts'
import { formatDate, type Translator } from '@/i18n/translator'
import type { FormState } from '../form/form-state'
import { ReasonForm } from '../form/reason-form'
import { href } from '../shell/paths'
import { StaffPage } from '../ui/staff-page'

type Shared = { id: string; name: string; state?: FormState | undefined; locale: Locale; t: Translator }

/** @param coming what must end first; then there is no form. */
export function InstitutionArchivePage({
  id,
  name,
  coming,
  state,
  locale,
  t,
}: Shared & { coming: readonly ComingWork[] }) {
  return (
    <StaffPage
      heading={t('institutions.archive')}
      lead={t('institutions.archiveLead')}
      crumbs={[{ path: `/institutions/${id}`, label: name }]}
      locale={locale}
      t={t}
    >
      {coming.length > 0 ? (
        <Coming coming={coming} locale={locale} t={t} />
      ) : (
        <ReasonForm
          action={href(locale, `/institutions/${id}/archive`)}
          hint={t('fields.reasonAudit')}
          submit={t('institutions.archiveButton')}
          state={state}
          t={t}
        />
      )}
    </StaffPage>
  )
}

/** The platform's staff may not open these pages, so there are no links to them. */
function Coming({ coming, locale, t }: { coming: readonly ComingWork[] } & Pick<Shared, 'locale' | 't'>) {
  return (
    <section className="note stack-s" aria-labelledby="coming">
      <h2 id="coming">{t('institutions.coming.heading')}</h2>
      <p>{t('institutions.coming.lead')}</p>
      <ul>
        {coming.map(({ kind, id, titles, at }) => {
          const title = shownIn(titles, locale)
          return (
            <li key={id}>
              {t(`institutions.coming.${kind}`, { day: formatDate(at, locale) })}{' '}
              {title && (
                <bdi lang={title.locale} dir={directionOf(title.locale)}>
                  {title.value}
                </bdi>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type WithdrawProps = Shared & {
  member: Names & { accountId: string }
  /** Where the confirmation is withdrawn. */
  path: string
  /** The list of people as it was shown. */
  back: string
}

/** Asks why an institution withdraws its confirmation of who somebody is. */
export function WithdrawPage({ id, name, member, path, back, state, locale, t }: WithdrawProps) {
  return (
    <StaffPage
      heading={t('people.withdraw')}
      lead={t('people.withdrawLead')}
      crumbs={[
        { path: `/institutions/${id}`, label: name },
        { path: back, label: t('people.title') },
      ]}
      locale={locale}
      t={t}
    >
      <p>
        <bdi lang="ar">{member.nameArabic}</bdi> <bdi lang="fr">{member.nameLatin}</bdi>
      </p>
      <ReasonForm
        action={href(locale, path)}
        hint={t('fields.reasonHint')}
        submit={t('people.withdraw')}
        state={state}
        t={t}
      />
    </StaffPage>
  )
}
