import { MERGED } from '@/domain/cohort/report/merge-small-groups'
import type { PrintedTable } from '@/domain/cohort/report/printed-table'
import type { Locale } from '@/domain/locale'
import { PERSON_FUNCTIONS } from '@/domain/person/person-function'
import { NO_DELEGATION, type Participation } from '@/domain/seminar/proceedings'
import { formatNumber, type Translator } from '@/i18n/translator'
import { TableHead } from '../ui/table-head'
import { countryName } from './country-name'

type Texts = { locale: Locale; t: Translator }

/** Who took part in a seminar: by country and by function. */
export function ParticipationTables({ participation, locale, t }: Texts & { participation: Participation }) {
  const { counted, countries, functions } = participation
  const known = (label: string) => PERSON_FUNCTIONS.find((one) => one === label)
  const nameOf = {
    country: (label: string) =>
      label === NO_DELEGATION ? t('seminar.proceedings.noDelegation') : countryName(label, locale),
    function: (label: string) => {
      const one = known(label)
      return one ? t(`fields.functions.${one}`) : t('seminar.proceedings.noFunction')
    },
  }
  return (
    <section className="card stack" aria-labelledby="participation">
      <h2 id="participation">{t('seminar.proceedings.participation')}</h2>
      <p className="prose sm">
        {t(`seminar.proceedings.counted.${counted}`)} {t('cohorts.learning.definitions.seminar-participation')}
      </p>
      {countries.people === null ? (
        <p>{t('seminar.proceedings.few')}</p>
      ) : (
        <>
          <p>
            <strong>{t('seminar.proceedings.total', { count: formatNumber(countries.people, locale) })}</strong>
          </p>
          <Groups
            heading={t('seminar.proceedings.country')}
            table={countries}
            nameOf={nameOf.country}
            {...{ locale, t }}
          />
          <Groups
            heading={t('seminar.proceedings.function')}
            table={functions}
            nameOf={nameOf.function}
            {...{ locale, t }}
          />
        </>
      )}
    </section>
  )
}

type GroupsProps = Texts & { heading: string; table: PrintedTable; nameOf: (label: string) => string }

function Groups({ heading, table, nameOf, locale, t }: GroupsProps) {
  return (
    <table>
      <TableHead caption={heading} headings={[heading, t('seminar.proceedings.people')]} />
      <tbody>
        {table.rows.map(({ label, people, of }) => (
          <tr key={label}>
            <th scope="row">
              {label === MERGED
                ? t('seminar.proceedings.others', { names: (of ?? []).map(nameOf).join(' · ') })
                : nameOf(label)}
            </th>
            <td className="num">
              {people === null ? t('report.hidden') : t('report.roughly', { count: formatNumber(people, locale) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
