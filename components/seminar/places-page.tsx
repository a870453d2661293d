import { SEATED } from '@/domain/seminar/seminar'
import { formatNumber } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Crumbs } from '../ui/crumbs'
import { NamePeople, PreviewSection } from './name-people'
import { momentOf, SeminarWords } from './place-words'
import { OrganiserParts } from './places-organiser'
import { People } from './places-people'
import type { PlacesProps } from './places-view'

export type { Said } from './places-view'

/** Who has a place in a seminar, who waits, and who may name people for it. */
export function PlacesPage(props: PlacesProps) {
  const { seminar, people, quotas, preview, locale, t } = props
  const links = [{ href: href(locale, `/seminars/${seminar.id}`), label: t('registration.backOne') }]
  return (
    <main id="main" className="wrap page stack-l teach">
      <div className="stack">
        <Crumbs label={t('registration.crumbs')} links={links} />
        <h1>{t('seminarPlaces.title')}</h1>
        <p className="lead">
          <SeminarWords texts={seminar.titles} locale={locale} />{' '}
          <span className="sm muted">{momentOf(seminar.startsAt, locale, t)}</span>
        </p>
        <SaidNote {...props} />
        {people && <PlaceFigures {...props} people={people} />}
      </div>
      {preview && <PreviewSection {...props} preview={preview} />}
      {!preview && quotas.map((quota) => <NamePeople key={quota.institutionId} {...props} quota={quota} />)}
      {people && <People {...props} people={people} />}
      {!preview && <OrganiserParts {...props} />}
    </main>
  )
}

function SaidNote({ said, code, locale, t }: PlacesProps) {
  if (code)
    return (
      <p className="note ok" role="status">
        {t('seminarPlaces.codeMade')}{' '}
        <strong>
          <bdi dir="ltr">{code}</bdi>
        </strong>
      </p>
    )
  if (!said) return null
  if (said.done === 'quota')
    return (
      <p className="note ok" role="status">
        {t('seminarPlaces.quotaSaved')}
      </p>
    )
  const { named, waits, left } = said
  return (
    <p className="note ok" role="status">
      {t('seminarPlaces.named', { count: formatNumber(named, locale) })}
      {waits > 0 && ` ${t('seminarPlaces.waits', { count: formatNumber(waits, locale) })}`}
      {left > 0 && ` ${t('seminarPlaces.left', { count: formatNumber(left, locale) })}`}
    </p>
  )
}

function PlaceFigures({
  seminar,
  people,
  allQuotas,
  locale,
  t,
}: PlacesProps & { people: NonNullable<PlacesProps['people']> }) {
  const n = (count: number) => formatNumber(count, locale)
  const count = (...statuses: string[]) => people.filter(({ status }) => statuses.includes(status)).length
  const places = (allQuotas ?? []).reduce((sum, one) => sum + one.places, 0)
  const used = (allQuotas ?? []).reduce((sum, one) => sum + one.used, 0)
  const figures = [
    {
      label: t('seminarPlaces.figures.confirmed'),
      value: count('registered'),
      note:
        seminar.seats === null
          ? t('seminarPlaces.figures.noLimit')
          : t('seminarPlaces.figures.of', { count: n(seminar.seats) }),
    },
    {
      label: t('seminarPlaces.figures.unanswered'),
      value: count(...SEATED.filter((status) => status !== 'registered')),
      note: t('seminarPlaces.figures.kept'),
    },
    { label: t('seminarPlaces.figures.waiting'), value: seminar.waiting, note: t('seminarPlaces.figures.inOrder') },
    {
      label: t('seminarPlaces.figures.quotas'),
      value: used,
      note: t('seminarPlaces.figures.of', { count: n(places) }),
    },
  ]
  return (
    <dl className="figures">
      {figures.map(({ label, value, note }) => (
        <div key={label} className="card">
          <dt className="sm muted">{label}</dt>
          <dd>
            <strong className="num">{n(value)}</strong>
            <span className="xs muted">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
