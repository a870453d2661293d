import type { Video } from '@/domain/course/video/video'
import type { Locale } from '@/domain/locale'
import { type CitedSeminar, type Participation, proceedingsReference } from '@/domain/seminar/proceedings'
import { languagesOf } from '@/domain/text/texts'
import { formatDate, type Translator } from '@/i18n/translator'
import { whenOf } from '@/i18n/when'
import { href } from '../shell/paths'
import { CitationFormats } from '../ui/citation-formats'
import { Crumbs } from '../ui/crumbs'
import { NameIn } from '../ui/name-in'
import { Agenda } from './agenda'
import { GivenLines, GivenText, GivenTitle } from './given-text'
import { SeminarMaterials, type ShownMaterial } from './material-list'
import { ParticipationTables } from './participation'
import { Recording } from './recording'
import type { SeminarEvent } from './seminar-event'

type Props = {
  seminar: SeminarEvent
  reader: { mayRead: boolean; mayChange: boolean }
  participation: Participation
  authors: CitedSeminar['authors']
  materials: readonly ShownMaterial[]
  /** Its film. */
  video: Video | null
  /** The origin of the site, for the address in the citation. */
  origin: string
  done: 'publish' | 'withdraw' | null
  locale: Locale
  t: Translator
}

/** The proceedings of a seminar: agenda, materials, participation, and how to cite it. */
export function ProceedingsPage(props: Props) {
  const { seminar, reader, participation, authors, materials, video, locale, t } = props
  const { id, aims, sittings } = seminar
  return (
    <main id="main" className="wrap page stack">
      <Crumbs label={t('seminar.back')} links={crumbsOf(props)} />
      <Head seminar={seminar} authors={authors} locale={locale} t={t} />
      {reader.mayRead && <Publication {...props} />}
      {languagesOf(aims).length > 0 && (
        <section className="card stack" aria-labelledby="aims">
          <h2 id="aims">{t('seminar.aims')}</h2>
          <GivenLines texts={aims} locale={locale} t={t} />
        </section>
      )}
      <Agenda sittings={sittings} locale={locale} t={t} />
      <Recording titles={seminar.titles} video={video} locale={locale} t={t} />
      <SeminarMaterials seminarId={id} materials={materials} locale={locale} t={t} />
      <ParticipationTables participation={participation} locale={locale} t={t} />
      <Citation {...props} />
    </main>
  )
}

/** A reader who may not open the page of the seminar gets no link to it. */
function crumbsOf({ seminar: { id, listed }, reader, locale, t }: Props) {
  const list = { href: href(locale, '/seminars?view=past'), label: t('seminar.title') }
  const event = { href: href(locale, `/seminars/${id}`), label: t('seminar.backOne') }
  return listed === 'public' || reader.mayRead ? [list, event] : [list]
}

type HeadProps = Pick<Props, 'seminar' | 'authors' | 'locale' | 't'>

function Head({ seminar, authors, locale, t }: HeadProps) {
  return (
    <div className="stack-s">
      <p className="muted">{t('seminar.proceedings.title')}</p>
      <h1>
        <GivenTitle texts={seminar.titles} locale={locale} />
      </h1>
      <p className="muted">
        {t('seminar.facts.organisers')} <Organisers authors={authors} locale={locale} />
      </p>
      <p className="muted">
        {whenOf(seminar, locale, t)}
        {seminar.place && (
          <>
            {' · '}
            <GivenText texts={seminar.place} locale={locale} t={t} />
          </>
        )}
      </p>
    </div>
  )
}

function Organisers({ authors, locale }: Pick<Props, 'authors' | 'locale'>) {
  return authors.map((names, index) => (
    <span key={`${names.nameLatin}${names.nameArabic}`}>
      {index > 0 && ' · '}
      <NameIn names={names} locale={locale} />
    </span>
  ))
}

/** Whether the page is public, for its organisers; those who may change the seminar publish it or take it back. */
function Publication({ seminar: { id, proceedingsAt }, reader, done, locale, t }: Props) {
  const act = proceedingsAt ? 'withdraw' : 'publish'
  return (
    <section className="card stack-s" aria-labelledby="publication">
      <h2 id="publication">{t('seminar.proceedings.publication')}</h2>
      {done !== null && (
        <p className="note ok" role="status">
          {t(`seminar.proceedings.done.${done}`)}
        </p>
      )}
      <p>
        {proceedingsAt
          ? t('seminar.proceedings.since', { date: formatDate(proceedingsAt, locale) })
          : t('seminar.proceedings.notYet')}
      </p>
      {reader.mayChange && (
        <form method="post" action={href(locale, `/seminars/${id}/proceedings/publication`)} className="stack-s">
          <p className="sm muted">{t(`seminar.proceedings.before.${act}`)}</p>
          <button type="submit" name="act" value={act} className={proceedingsAt ? 'btn' : 'btn primary'}>
            {t(`seminar.proceedings.acts.${act}`)}
          </button>
        </form>
      )}
    </section>
  )
}

/** The citation, in the form used for documents of the library. There is nothing to cite before the page is public. */
function Citation({ seminar, authors, origin, locale, t }: Props) {
  if (!seminar.proceedingsAt) return null
  const { key, path, title } = proceedingsReference({ ...seminar, authors })
  return (
    <section className="card stack-s" aria-labelledby="citation">
      <h2 id="citation">{t('seminar.proceedings.cite')}</h2>
      <p>
        <Organisers authors={authors} locale={locale} />
        {' · '}
        <cite>
          <GivenTitle texts={seminar.titles} locale={locale} />
        </cite>
        {` · ${t('seminar.proceedings.title')} · ${formatDate(seminar.startsAt, locale)} · `}
        <bdi dir="ltr">{`${origin}/${locale}${path}`}</bdi>
      </p>
      <p className="row sm">
        <CitationFormats reference={key} name={title[locale]} locale={locale} t={t} />
      </p>
    </section>
  )
}
