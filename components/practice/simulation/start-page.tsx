import type { Seat } from '@/domain/case/simulation/simulation'
import type { OutdatedCitation } from '@/domain/library/outdated-citation'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'
import { Crumbs } from '../../ui/crumbs'
import { RetiredNote } from '../retired'
import { InventedFile } from './head'

type Props = {
  /** The address of the file. */
  path: string
  title: string
  lead: string
  minutes: number
  seats: readonly Seat[]
  /** When a jurist signed it in this language; null if nobody has. */
  reviewedOn: string | null
  /** The step that waits in the run under way; null if there is none. */
  goOn: number | null
  /** The changes in the law since the file was written: with any, no run can begin. */
  retired: readonly OutdatedCitation[]
  lessons: React.ReactNode
  ended: readonly { number: number; endedAt: Date }[]
  /** The addresses of her groups' runs of this file. */
  groups: readonly string[]
  locale: Locale
  t: Translator
}

/** What the file is and which data are kept, with the button that begins; afterwards the links to continue. */
export function SimulationStartPage(props: Props) {
  const { title, lead, minutes, seats, reviewedOn, retired, lessons, locale, t } = props
  return (
    <main id="main" className="wrap page stack narrow">
      <Crumbs
        label={t('nav.backTo', { place: t('casework.title') })}
        links={[{ href: href(locale, '/practice'), label: t('casework.title') }]}
      />
      <header className="stack-s">
        <InventedFile t={t} />
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
        <p className="muted sm">
          {t('casework.simulation.minutes', { minutes })} ·{' '}
          {typeset(
            t('casework.simulation.seatsAre', {
              seats: seats.map((seat) => t(`casework.simulation.seat.${seat}`)).join(' · '),
            }),
            locale,
          )}
        </p>
      </header>
      {lessons}
      <p>{t('casework.simulation.start.what')}</p>
      <p>{t('casework.simulation.start.kept')}</p>
      <p className="sm muted">
        {reviewedOn === null
          ? t('casework.simulation.start.unreviewed')
          : t('casework.simulation.start.reviewed', { date: formatDate(new Date(reviewedOn), locale) })}
      </p>
      <RetiredNote changes={retired} underWay={props.goOn !== null} locale={locale} t={t} />
      <Acts {...props} />
      {props.groups.map((address) => (
        <p key={address} className="note">
          <a href={address}>{t('casework.simulation.group.invite')}</a>
        </p>
      ))}
    </main>
  )
}

function Acts({ path, goOn, retired, ended, locale, t }: Props) {
  const [last, ...earlier] = ended
  return (
    <>
      {goOn === null ? (
        <form method="post" action={path} className="row">
          {retired.length === 0 && (
            <button type="submit" className="btn primary">
              {t(last ? 'casework.simulation.start.again' : 'casework.simulation.start.begin')}
            </button>
          )}
          {last && (
            <a className="btn" href={`${path}/debrief`}>
              {t('casework.simulation.start.debrief')}
            </a>
          )}
        </form>
      ) : (
        <p>
          <a className="btn primary" href={`${path}/${goOn}`}>
            {t('casework.simulation.start.goOn', { number: goOn })}
          </a>
        </p>
      )}
      {(goOn === null ? earlier : ended).length > 0 && (
        <section className="stack-s">
          <h2 className="h3">{t('casework.simulation.start.earlier')}</h2>
          <ul>
            {(goOn === null ? earlier : ended).map(({ number, endedAt }) => (
              <li key={number}>
                <a href={`${path}/debrief?run=${number}`}>
                  {typeset(
                    t('casework.simulation.start.earlierOne', { number, date: formatDate(endedAt, locale) }),
                    locale,
                  )}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
