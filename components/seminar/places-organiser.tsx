import { nameIn } from '@/domain/cohort/name-in'
import { formatNumber } from '@/i18n/translator'
import { Form } from '../form/form'
import { UNTOUCHED } from '../form/form-state'
import { href } from '../shell/paths'
import { CardTable } from '../ui/card-table'
import { NamesForm } from './name-people'
import type { PlacesProps } from './places-view'

/** What the organiser sets: quotas, people whom she invites herself, and the code. */
export function OrganiserParts(props: PlacesProps) {
  const { mayChange, allQuotas, t } = props
  if (!allQuotas) return null
  return (
    <>
      <Quotas {...props} quotas={allQuotas} />
      {mayChange && (
        <section className="card stack" aria-labelledby="list">
          <h2 id="list">{t('seminarPlaces.listTitle')}</h2>
          <p className="sm muted">{t('seminarPlaces.listLead')}</p>
          <NamesForm {...props} from="list" />
        </section>
      )}
      {mayChange && <CodeSection {...props} />}
    </>
  )
}

function Quotas(props: PlacesProps) {
  const { quotas, mayChange, institutions, state, seminar, locale, t } = props
  return (
    <section className="card stack" aria-labelledby="quotas">
      <h2 id="quotas">{t('seminarPlaces.quotas')}</h2>
      <p className="sm muted">{t('seminarPlaces.quotasLead')}</p>
      {quotas.length > 0 && (
        <CardTable
          caption={t('seminarPlaces.quotas')}
          headings={[t('seminarPlaces.institution'), t('seminarPlaces.used')]}
        >
          {quotas.map((quota) => (
            <tr key={quota.institutionId}>
              <th scope="row">
                <bdi>{nameIn(quota, locale)}</bdi>
              </th>
              <td data-label={t('seminarPlaces.used')}>
                {t('seminarPlaces.quotaUsed', {
                  used: formatNumber(quota.used, locale),
                  places: formatNumber(quota.places, locale),
                })}
              </td>
            </tr>
          ))}
        </CardTable>
      )}
      {mayChange && (
        <Form
          id="quota"
          action={`${href(locale, `/seminars/${seminar.id}/places`)}#quota-problems`}
          fields={[
            { kind: 'hidden', name: 'act', value: 'quota' },
            {
              kind: 'select',
              name: 'institution',
              label: t('seminarPlaces.institution'),
              options: institutions.map((one) => ({ value: one.id, label: nameIn(one, locale) })),
              choose: t('fields.choose'),
            },
            {
              kind: 'number',
              name: 'places',
              label: t('seminarPlaces.quotaPlaces'),
              hint: t('seminarPlaces.quotaHint'),
            },
          ]}
          state={state.form === 'quota' ? state : UNTOUCHED}
          submit={t('seminarPlaces.setQuota')}
          look="plain"
          t={t}
        />
      )}
    </section>
  )
}

function CodeSection({ seminar, locale, t }: PlacesProps) {
  if (seminar.admission !== 'code') return null
  return (
    <section className="card stack" aria-labelledby="code">
      <h2 id="code">{t('registration.code')}</h2>
      <p className="sm muted">{t(seminar.joinCodeHash ? 'seminarPlaces.codeKept' : 'seminarPlaces.noCode')}</p>
      <form method="post" action={href(locale, `/seminars/${seminar.id}/places`)}>
        <input type="hidden" name="act" value="code" />
        <button type="submit" className="btn">
          {t(seminar.joinCodeHash ? 'seminarPlaces.renewCode' : 'seminarPlaces.makeCode')}
        </button>
      </form>
    </section>
  )
}
