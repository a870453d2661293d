import { COUNTRY, notByThemselves, REGION_ROWS } from '@/domain/cohort/report/coverage'
import type { Printed, PrintedTable } from '@/domain/cohort/report/printed-table'
import { lookUp } from '@/domain/library/library'
import { directionOf } from '@/domain/locale'
import { formatNumber } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { placeName } from './group-names'
import { comma } from './group-rows'
import type { Words } from './sheet'

/** The lower bound, in people, of each step of the colour scale above none. Printed numbers are multiples of five. */
const STEPS = [5, 10, 25, 50, 100] as const

/**
 * The trained people of the twelve regions as tiles, each about where it lies: no border is drawn. North is up and east
 * is right in every language. Each tile has its number as text and leads to its row in the table; colour only repeats it.
 */
export function RegionTiles({ trained, words }: { trained: PrintedTable; words: Words }) {
  const { locale, t, regions } = words
  const apart = notByThemselves(trained)
  const merged = trained.rows.find(({ of }) => of)
  const mapped = REGION_ROWS.filter((id) => id !== COUNTRY)
  return (
    <figure className="region-tiles" aria-labelledby="map">
      <figcaption className="stack-s">
        <h2 id="map">{t('report.map.title')}</h2>
        <p className="sm muted">{t('report.map.lead')}</p>
      </figcaption>
      <ol className="plain tiles">
        {mapped.map((id) => {
          const people = trained.rows.find(({ label }) => label === id)?.people ?? null
          const number = people === null ? '–' : formatNumber(people, locale)
          return (
            <li key={id} className={`at-${id} ${stepOf(people)}`}>
              <a
                href={`#trained-${apart.has(id) && merged ? merged.label : id}`}
                dir={directionOf(locale)}
                aria-label={`${placeName(id, words)}${comma(locale)}${inWords(people, words)}`}
              >
                {typeset(lookUp(regions, id)?.short[locale] ?? id, locale)} <b>{number}</b>
              </a>
            </li>
          )
        })}
      </ol>
      <Scale words={words} />
      {apart.size > 0 && <p className="sm">{t('report.map.apart', { regions: namesOf(apart, words) })}</p>}
    </figure>
  )
}

function Scale({ words: { locale, t } }: { words: Words }) {
  const number = (people: number) => formatNumber(people, locale)
  const range = (place: number) => {
    const [least = 0, next] = STEPS.slice(place)
    if (next === undefined) return t('report.map.from', { least: number(least) })
    return next - 5 === least
      ? number(least)
      : t('report.map.between', { least: number(least), most: number(next - 5) })
  }
  return (
    <ul className="plain tile-scale xs" dir="ltr" aria-hidden="true">
      <li className="none">
        <i />
        {t('report.map.scaleNone')}
      </li>
      {STEPS.map((least, place) => (
        <li key={least} className={stepOf(least)}>
          <i />
          {range(place)}
        </li>
      ))}
    </ul>
  )
}

function inWords(people: Printed, { locale, t }: Words): string {
  if (people === null) return t('report.map.notByItself')
  return people === 0 ? t('report.map.none') : t('report.map.people', { count: formatNumber(people, locale) })
}

function namesOf(labels: ReadonlySet<string>, words: Words): string {
  return REGION_ROWS.filter((label) => labels.has(label))
    .map((label) => placeName(label, words))
    .join(comma(words.locale))
}

function stepOf(people: Printed): string {
  const step = STEPS.filter((least) => people !== null && people >= least).length
  return step === 0 ? 'none' : `step-${step}`
}
