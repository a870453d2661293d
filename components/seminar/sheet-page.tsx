import type { Locale } from '@/domain/locale'
import { PERSON_FUNCTIONS } from '@/domain/person/person-function'
import { shownIn, type Texts } from '@/domain/text/texts'
import { formatClock } from '@/i18n/clock'
import { type Translator, translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Crumbs } from '../ui/crumbs'
import { Scrolling } from '../ui/scrolling'
import type { HalfDayView, PlaceView } from './attendance-page'
import { halfDayText } from './check-in-page'

type Props = {
  seminar: { id: string; titles: Texts; place: Texts | null; halfDays: readonly HalfDayView[] }
  places: readonly (PlaceView & { function: string | null })[]
  locale: Locale
  t: Translator
}

/** The number of empty rows, for people who are not on the list. */
const EMPTY_ROWS = 5
/** The number of half-days whose signatures fit on one sheet of paper. */
const HALF_DAYS_PER_SHEET = 4

/** The sheet to sign, in Arabic and French, on A4: by half-day, with those ticked who have checked in already. */
export function SheetPage({ seminar, places, locale, t }: Props) {
  const title = shownIn(seminar.titles, locale)?.value ?? ''
  const own = href(locale, `/seminars/${seminar.id}`)
  const sheets = Array.from({ length: Math.ceil(seminar.halfDays.length / HALF_DAYS_PER_SHEET) }, (_, n) =>
    seminar.halfDays.slice(n * HALF_DAYS_PER_SHEET, (n + 1) * HALF_DAYS_PER_SHEET),
  )
  return (
    <main id="main" className="wrap page stack">
      <div className="off-paper stack-s">
        <Crumbs
          label={t('institutions.crumbs')}
          links={[
            { href: own, label: title },
            { href: `${own}/attendance`, label: t('attendance.list.title') },
          ]}
        />
        <h1>{t('attendance.sheet.title')}</h1>
        <p className="sm muted">{t('attendance.sheet.lead')}</p>
        <p className="sm muted">{t('attendance.sheet.print')}</p>
      </div>
      {sheets.map((halfDays) => (
        <Sheet key={halfDays[0]?.id} seminar={seminar} halfDays={halfDays} places={places} />
      ))}
    </main>
  )
}

const [AR, FR] = [translator('ar'), translator('fr')]
type SheetProps = Pick<Props, 'seminar' | 'places'> & { halfDays: readonly HalfDayView[] }

function Sheet({ seminar, halfDays, places }: SheetProps) {
  const here = places.filter(({ checkIns }) =>
    checkIns.some((one) => one.state === 'present' && halfDays.some(({ id }) => id === one.halfDayId)),
  ).length
  const count = { present: here, registered: places.length }
  return (
    <article className="sign-sheet card">
      {/* Whatever the language of the page, Arabic stands on the right of the paper. */}
      <header className="sign-head" dir="rtl">
        {(['ar', 'fr'] as const).map((locale) => (
          <div key={locale} lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'}>
            <h2>{shownIn(seminar.titles, locale)?.value}</h2>
            {seminar.place && <p className="sm">{shownIn(seminar.place, locale)?.value}</p>}
          </div>
        ))}
      </header>
      <Scrolling>
        <SigningTable places={places} halfDays={halfDays} />
      </Scrolling>
      <footer className="sign-foot">
        <p>
          <span lang="ar" dir="rtl">
            {AR('attendance.sheet.present', count)}
          </span>{' '}
          · <span lang="fr">{FR('attendance.sheet.present', count)}</span>
        </p>
        <p>
          <span lang="ar" dir="rtl">
            {AR('attendance.sheet.organiser')}
          </span>{' '}
          · <span lang="fr">{FR('attendance.sheet.organiser')}</span>
        </p>
      </footer>
    </article>
  )
}

/** A row for each person of the list, and empty ones for those who come without a place. */
function SigningTable({ places, halfDays }: Pick<SheetProps, 'places' | 'halfDays'>) {
  return (
    <table className="signing">
      <thead>
        <tr>
          <Both of="number" />
          <Both of="name" />
          <Both of="court" />
          {halfDays.map((half) => (
            <th key={half.id} scope="col">
              <span lang="ar" dir="rtl">
                {halfDayText(half, 'ar', AR)}
              </span>
              <span lang="fr" dir="ltr">
                {halfDayText(half, 'fr', FR)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.map((place, index) => (
          <Row key={place.placeId} place={place} number={index + 1} halfDays={halfDays} />
        ))}
        {Array.from({ length: EMPTY_ROWS }, (_, n) => places.length + n + 1).map((number) => (
          <tr key={number}>
            <td className="num">{number}</td>
            <td />
            <td />
            {halfDays.map(({ id }) => (
              <td key={id} className="sig-cell" />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Both({ of }: { of: 'number' | 'name' | 'court' }) {
  return (
    <th scope="col">
      <span lang="ar" dir="rtl">
        {AR(`attendance.sheet.${of}`)}
      </span>
      <span lang="fr" dir="ltr">
        {FR(`attendance.sheet.${of}`)}
      </span>
    </th>
  )
}

function Row({
  place,
  number,
  halfDays,
}: {
  place: Props['places'][number]
  number: number
  halfDays: readonly HalfDayView[]
}) {
  const known = PERSON_FUNCTIONS.find((one) => one === place.function)
  return (
    <tr>
      <td className="num">{number}</td>
      <th scope="row">
        {place.nameArabic && (
          <bdi lang="ar" dir="rtl">
            {place.nameArabic}
          </bdi>
        )}
        {place.nameLatin && (
          <bdi lang="fr" dir="ltr">
            {place.nameLatin}
          </bdi>
        )}
      </th>
      <td>
        {known && (
          <span lang="ar" dir="rtl">
            {AR(`fields.functions.${known}`)}
          </span>
        )}
        <bdi>{place.institution}</bdi>
      </td>
      {halfDays.map(({ id }) => {
        const here = place.checkIns.find((one) => one.halfDayId === id && one.state === 'present')
        return (
          <td key={id} className="sig-cell">
            {here && <span className="num">✓ {formatClock(here.at, 'ar')}</span>}
          </td>
        )
      })}
    </tr>
  )
}
