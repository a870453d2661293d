import type { Board, BoardRow } from '@/domain/editorial/board'
import { LOCALES, type Locale } from '@/domain/locale'
import type { Area } from '@/domain/signoff/scope'
import { formatDate, formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Crumbs } from '../ui/crumbs'
import { type CourseTitles, partName } from '../ui/scope-facts'

type Props = {
  board: Board & { area: Area; areas: readonly Area[] }
  courses: CourseTitles
  /** She signs: then her own count is shown, and nobody else’s. */
  reviews: boolean
  now: Date
  locale: Locale
  t: Translator
}

/** How far the texts are signed, by course, part of the library and language. */
export function BoardPage(props: Props) {
  const { board, courses, reviews, now, locale, t } = props
  const { rows, area, areas } = board
  const [inCourses, inLibrary] = [true, false].map((wanted) =>
    rows.filter(({ part }) => part.startsWith('course:') === wanted),
  )
  const table = { courses, area, locale, t }
  return (
    <main id="main" className="wrap page stack">
      <Crumbs
        label={t('institutions.crumbs')}
        links={[{ href: href(locale, '/review'), label: t('editorial.title') }]}
      />
      <header className="stack-s">
        <h1>{t('editorial.board.title')}</h1>
        <p className="sm muted">{t('editorial.board.state', { date: formatDate(now, locale) })}</p>
        <p>
          <a href={href(locale, '/review/new')}>{t('editorial.queue.new')}</a>
        </p>
        {areas.length > 1 && (
          <p className="row sm">
            {areas.map((one) => (
              <a
                key={one}
                href={`${href(locale, '/review/board')}?area=${one}`}
                aria-current={one === area ? 'true' : undefined}
              >
                {t(`editorial.areas.${one}`)}
              </a>
            ))}
          </p>
        )}
      </header>
      <BoardFigures {...props} />
      {inCourses && inCourses.length > 0 && (
        <section className="card stack" aria-labelledby="courses">
          <h2 id="courses">{t('editorial.board.courses')}</h2>
          <ProgressTable rows={inCourses} head={t('editorial.board.course')} {...table} />
        </section>
      )}
      {inLibrary && inLibrary.length > 0 && (
        <section className="card stack" aria-labelledby="library">
          <h2 id="library">{t('editorial.board.library')}</h2>
          <ProgressTable rows={inLibrary} head={t('editorial.board.part')} {...table} />
        </section>
      )}
      {reviews && <p className="sm muted">{t('editorial.board.ownNote')}</p>}
    </main>
  )
}

function BoardFigures({ board: { total, dropped, own }, reviews, locale, t }: Props) {
  const number = (count: number) => formatNumber(count, locale)
  return (
    <dl className="board-figures">
      {LOCALES.map((language) => (
        <div key={language} className="card">
          <dt className="sm muted">{t(`editorial.languages.${language}`)}</dt>
          <dd className="num">
            <strong>{number(total.signed[language])}</strong>
            <span className="xs muted">{t('editorial.board.of', { of: number(total.texts) })}</span>
          </dd>
        </div>
      ))}
      <div className="card">
        <dt className="sm muted">{t('editorial.board.dropped')}</dt>
        <dd className="num">
          <strong>{number(dropped)}</strong>
          <span className="xs muted">{t('editorial.board.droppedNote')}</span>
        </dd>
      </div>
      {reviews && (
        <div className="card">
          <dt className="sm muted">{t('editorial.board.own')}</dt>
          <dd className="num">
            <strong>{number(own)}</strong>
          </dd>
        </div>
      )}
    </dl>
  )
}

type TableProps = {
  rows: readonly BoardRow[]
  head: string
  area: Area
  courses: CourseTitles
  locale: Locale
  t: Translator
}

function ProgressTable({ rows, head, area, courses, locale, t }: TableProps) {
  const number = (count: number) => formatNumber(count, locale)
  return (
    <table className="board-table">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {LOCALES.map((language) => (
            <th key={language} scope="col">
              {t(`editorial.languages.${language}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ part, texts, signed }) => (
          <tr key={part}>
            <th scope="row">
              <a href={`${href(locale, '/review')}?${new URLSearchParams({ part, area })}`}>
                {partName(part, courses, locale, t)}
              </a>
            </th>
            {LOCALES.map((language) => {
              const name = t(`editorial.languages.${language}`)
              const counts = { count: number(signed[language]), of: number(texts) }
              return (
                <td key={language} data-label={name}>
                  <span className="board-cell">
                    <progress
                      className="bar"
                      value={signed[language]}
                      max={texts}
                      aria-label={t('editorial.board.cell', { language: name, ...counts })}
                    />
                    <bdi dir="ltr" className="num sm" aria-hidden="true">
                      {counts.count}
                      <span className="muted">/{counts.of}</span>
                    </bdi>
                  </span>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
