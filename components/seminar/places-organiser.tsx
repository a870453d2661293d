import { nameIn } from '@/domain/person/name-in'
import { PERSON_FUNCTIONS } from '@/domain/person/person-function'
import { COUNTRIES } from '@/domain/seminar/delegation'
import { SPOKEN } from '@/domain/seminar/seminar'
import { formatNumber } from '@/i18n/translator'
import type { Field } from '../form/field'
import { Form } from '../form/form'
import { UNTOUCHED } from '../form/form-state'
import { href } from '../shell/paths'
import { CardTable } from '../ui/card-table'
import { NameIn } from '../ui/name-in'
import { countryName } from './country-name'
import { NamesForm } from './name-people'
import type { PlacesProps } from './places-view'

/** The settings of the organiser: quotas, people whom she invites herself, delegations, and the code. */
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
      {mayChange && (
        <section className="card stack" aria-labelledby="delegation">
          <h2 id="delegation">{t('seminarPlaces.delegation')}</h2>
          <p className="sm muted">{t('seminarPlaces.delegationLead')}</p>
          <NamesForm {...props} from="delegation" also={delegationFields(props)} />
        </section>
      )}
      {mayChange && <CodeSection {...props} />}
    </>
  )
}

/** What the people of a delegation have in common. */
function delegationFields({ locale, t }: PlacesProps): Field[] {
  const collator = new Intl.Collator(locale)
  const countries = COUNTRIES.map((value) => ({ value, label: countryName(value, locale) }))
  const choose = t('fields.choose')
  return [
    {
      kind: 'select',
      name: 'country',
      label: t('seminarPlaces.country'),
      options: countries.toSorted((a, b) => collator.compare(a.label, b.label)),
      choose,
    },
    {
      kind: 'select',
      name: 'function',
      label: t('seminarPlaces.function'),
      options: PERSON_FUNCTIONS.map((value) => ({ value, label: t(`fields.functions.${value}`) })),
      choose,
    },
    {
      kind: 'select',
      name: 'language',
      label: t('seminarPlaces.listens'),
      options: SPOKEN.map((value) => ({ value, label: t(`registration.languages.${value}`) })),
      choose,
      optional: true,
    },
  ]
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
                <NameIn names={quota} locale={locale} />
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
