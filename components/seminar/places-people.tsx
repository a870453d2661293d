import { nameIn } from '@/domain/person/name-in'
import { PERSON_FUNCTIONS } from '@/domain/person/person-function'
import { SPOKEN } from '@/domain/seminar/seminar'
import { formatDate } from '@/i18n/translator'
import { CardTable } from '../ui/card-table'
import { NameIn } from '../ui/name-in'
import { countryName } from './country-name'
import { PLACE_TONES, type PlacesPerson, type PlacesProps } from './places-view'

type Props = PlacesProps & { people: readonly PlacesPerson[] }

/** Those who wait come first, in the order of their arrival. */
export function People(props: Props) {
  const { people, showsNeeds, t } = props
  const headings = [
    t('seminarPlaces.person'),
    t('seminarPlaces.about'),
    t('seminarPlaces.situation'),
    t('seminarPlaces.listens'),
    ...(showsNeeds ? [t('seminarPlaces.needs')] : []),
  ]
  return (
    <section className="stack" aria-labelledby="people">
      <h2 id="people">{t('seminarPlaces.people')}</h2>
      <p className="sm muted">{t('seminarPlaces.seen')}</p>
      {people.length === 0 ? (
        <p>{t('seminarPlaces.nobody')}</p>
      ) : (
        <CardTable caption={t('seminarPlaces.people')} headings={headings}>
          {people.map((person) => (
            <Person key={person.id} {...props} person={person} />
          ))}
        </CardTable>
      )}
    </section>
  )
}

function Person({ person, showsNeeds, locale, t }: Props & { person: PlacesPerson }) {
  const { email, status, statusSince, nominatedBy, institution, needs } = person
  const language = SPOKEN.find((one) => one === person.language)
  const known = PERSON_FUNCTIONS.find((one) => one === person.function)
  const by = nominatedBy && nameIn(nominatedBy, locale)
  return (
    <tr>
      <th scope="row">
        <NameIn names={person} locale={locale} />
        <div className="xs muted">
          <bdi dir="ltr">{email}</bdi>
        </div>
      </th>
      <td data-label={t('seminarPlaces.about')}>
        {known ? t(`fields.functions.${known}`) : <bdi>{person.function ?? '—'}</bdi>}
        {person.country && <div className="sm muted">{countryName(person.country, locale)}</div>}
        {institution && (
          <div className="sm muted">
            <bdi>{institution}</bdi>
          </div>
        )}
      </td>
      <td data-label={t('seminarPlaces.situation')}>
        <span className={`chip ${PLACE_TONES[status]}`}>{t(`seminarPlaces.statuses.${status}`)}</span>{' '}
        <span className="xs muted">{formatDate(statusSince, locale)}</span>
        {by && <div className="xs muted">{t('registration.nominatedBy', { institution: by })}</div>}
      </td>
      <td data-label={t('seminarPlaces.listens')}>{language ? t(`registration.languages.${language}`) : '—'}</td>
      {showsNeeds && (
        <td data-label={t('seminarPlaces.needs')}>
          {needs.length === 0 ? '—' : needs.map((need) => t(`registration.needs.kinds.${need}`)).join(' · ')}
        </td>
      )}
    </tr>
  )
}
