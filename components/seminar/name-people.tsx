import { nameIn } from '@/domain/person/name-in'
import type { NamedAs } from '@/domain/seminar/naming'
import { formatNumber } from '@/i18n/translator'
import type { Field } from '../form/field'
import { Form } from '../form/form'
import { UNTOUCHED } from '../form/form-state'
import { href } from '../shell/paths'
import { CardTable } from '../ui/card-table'
import { Name } from '../ui/name'
import { NameIn } from '../ui/name-in'
import { countryName } from './country-name'
import { type NamingPreview, PLACE_TONES, type PlacesProps, type PlacesQuota } from './places-view'

const placesPath = ({ locale, seminar }: PlacesProps) => href(locale, `/seminars/${seminar.id}/places`)

/** An institution names people within its quota. */
export function NamePeople(props: PlacesProps & { quota: PlacesQuota }) {
  const { quota, nominees, locale, t } = props
  const { institutionId, used, places } = quota
  const id = `quota-${institutionId}`
  const label = t('seminarPlaces.quotaUsed', { used: formatNumber(used, locale), places: formatNumber(places, locale) })
  const people = nominees.find((one) => one.institutionId === institutionId)?.people ?? []
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id}>{t('seminarPlaces.nameFor', { institution: nameIn(quota, locale) })}</h2>
      <p className="sm">{label}</p>
      <progress className="bar" value={Math.min(used, places)} max={places} aria-label={label} />
      <p className="sm muted">{t('seminarPlaces.eachAnswers')}</p>
      <NamesForm {...props} from={institutionId} />
      {people.length > 0 && (
        <ul className="plain stack-s">
          {people.map((one) => (
            <li key={one.id}>
              <NameIn names={one} otherwise={one.email} locale={locale} />{' '}
              <span className="xs muted">
                <bdi dir="ltr">{one.email}</bdi>
              </span>{' '}
              <span className={`chip ${PLACE_TONES[one.status]}`}>{t(`seminarPlaces.statuses.${one.status}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Asks for addresses or a file; the next page previews the result for each. */
export function NamesForm(props: PlacesProps & { from: string; also?: readonly Field[] }) {
  const { from, also = [], state, t } = props
  const id = `name-${from}`
  return (
    <Form
      id={id}
      action={`${placesPath(props)}#${id}-problems`}
      fields={[
        { kind: 'hidden', name: 'act', value: 'preview' },
        { kind: 'hidden', name: 'from', value: from },
        ...also,
        {
          kind: 'area',
          name: 'people',
          label: t('seminarPlaces.addresses'),
          hint: t('seminarPlaces.addressesHint'),
          optional: true,
        },
        {
          kind: 'file',
          name: 'file',
          label: t('seminarPlaces.file'),
          hint: t('seminarPlaces.fileHint'),
          accept: '.csv,.xlsx,.txt',
          optional: true,
        },
      ]}
      state={state.form === id ? state : UNTOUCHED}
      submit={t('seminarPlaces.preview')}
      look="plain"
      multipart
      t={t}
    />
  )
}

const TONES: Readonly<Record<NamedAs, string>> = { named: 'ok', waits: 'warn', over: 'warn', already: '', wrong: 'bad' }

const DELEGATION_FIELDS = ['country', 'function', 'language'] as const

/** The preview: the result for each row, before anybody gets a letter. */
export function PreviewSection(props: PlacesProps & { preview: NamingPreview }) {
  const { preview, locale, t } = props
  const { rows, from, list, delegation, problem } = preview
  const count = rows.filter(({ as }) => as === 'named' || as === 'waits').length
  const headings = [t('seminarPlaces.person'), t('seminarPlaces.becomes')]
  return (
    <section className="card stack" aria-labelledby="preview">
      <h2 id="preview">{t('seminarPlaces.previewTitle')}</h2>
      {problem !== null && (
        <p className="note bad" role="alert">
          {problem}
        </p>
      )}
      <p>{t(from === 'list' || delegation ? 'seminarPlaces.letterList' : 'seminarPlaces.letterNomination')}</p>
      {delegation && (
        <p>
          <strong>
            {countryName(delegation.country, locale)} · {t(`fields.functions.${delegation.function}`)}
          </strong>
        </p>
      )}
      <CardTable caption={t('seminarPlaces.previewTitle')} headings={headings}>
        {rows.map(({ line, email, name, as, problem }) => (
          <tr key={line}>
            <th scope="row">
              <bdi dir="ltr">{email || '—'}</bdi>
              {name && (
                <div className="xs muted">
                  <Name>{name}</Name>
                </div>
              )}
            </th>
            <td data-label={t('seminarPlaces.becomes')}>
              <span className={`chip ${TONES[as]}`}>{t(`seminarPlaces.as.${as}`)}</span>{' '}
              {problem && <span className="xs muted">{t(`cohorts.import.problems.${problem}`)}</span>}
            </td>
          </tr>
        ))}
      </CardTable>
      {count > 0 && (
        <form method="post" action={placesPath(props)}>
          <input type="hidden" name="act" value="send" />
          <input type="hidden" name="from" value={from} />
          <input type="hidden" name="people" value={list} />
          <OfDelegation delegation={delegation} />
          <button type="submit" className="btn primary">
            {t('seminarPlaces.send', { count: formatNumber(count, locale) })}
          </button>
        </form>
      )}
      <Decide {...props} />
      <p className="sm">
        <a href={placesPath(props)}>{t('seminarPlaces.backToPlaces')}</a>
      </p>
    </section>
  )
}

function OfDelegation({ delegation }: Pick<NamingPreview, 'delegation'>) {
  if (!delegation) return null
  return DELEGATION_FIELDS.map((name) => <input key={name} type="hidden" name={name} value={delegation[name] ?? ''} />)
}

/**
 * The form that corrects the reading of the list: its columns, languages and single rows. The form carries the list.
 */
function Decide(props: PlacesProps & { preview: NamingPreview }) {
  const { preview, decisions, t } = props
  const { asked, from, delegation, rows, problem } = preview
  if (!asked) return <p className="sm muted">{t('seminarPlaces.tooLongToMend')}</p>
  return (
    <details open={problem !== null || rows.some(({ as }) => as === 'wrong')}>
      <summary>{t('seminarPlaces.mend')}</summary>
      <form method="post" encType="multipart/form-data" action={placesPath(props)} className="stack">
        <input type="hidden" name="act" value="preview" />
        <input type="hidden" name="from" value={from} />
        <input type="hidden" name="cells" value={asked.packed.cells} />
        <input type="hidden" name="plan" value={asked.packed.plan} />
        <OfDelegation delegation={delegation} />
        {decisions}
        <p>
          <button type="submit" className="btn">
            {t('cohorts.import.mapping.again')}
          </button>
        </p>
      </form>
    </details>
  )
}
