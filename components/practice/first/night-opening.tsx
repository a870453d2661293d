import { ChevronRight } from 'lucide'
import type { Locale } from '@/domain/locale'
import { formatDuration } from '@/i18n/duration'
import type { Translator } from '@/i18n/translator'
import { href } from '../../shell/paths'
import { Icon } from '../../ui/icon'
import { type Citing, Inline } from '../../ui/inline'
import type { PaperView } from '../simulation/views'
import { withReturn } from './first-page'
import { Sheet } from './sheet'

/** The first decision of a simulation, with what follows from each choice. */
export type OpeningView = {
  situation: string
  papers: readonly PaperView[]
  question: string
  choices: readonly { id: string; text: string; why: string; consequence: PaperView | null }[]
  citing: Citing
}
type Props = {
  opening: OpeningView
  title: string
  /** The clock at the beginning of the story. */
  hour: string
  /** The page of this decision alone. */
  path: string
  /** What is left of the file after this decision. */
  left: { choices: number; minutes: number }
  locale: Locale
  t: Translator
}

/**
 * The first minute of a file, with which the home page opens. A choice shows at once what follows, by the style sheet;
 * a browser that cannot do so opens the page of the decision.
 */
export function NightOpening({ opening, title, hour, path, left, locale, t }: Props) {
  const { situation, papers, citing } = opening
  return (
    <form method="get" action={`${path}#follows`} className="night">
      <div className="wrap">
        <div className="tell">
          <p className="sm muted">{t('home.title')}</p>
          <h1>
            <bdi className="hour">{hour}</bdi> {title}
          </h1>
          <p>{situation}</p>
          {papers.map((view) => (
            <Sheet key={view.paper.id} view={view} timed={false} citing={citing} locale={locale} t={t} />
          ))}
        </div>
        <div className="do">
          <Choices opening={opening} t={t} />
          <p className="sm muted before">{t('casework.first.noAccount')}</p>
          <button type="submit" className="btn primary see">
            {t('casework.first.see')}
          </button>
          <Follows opening={opening} path={path} left={left} locale={locale} t={t} />
          <p>
            <a className="tap" href="#courses">
              {t('home.night.orCourse')}
            </a>
          </p>
        </div>
      </div>
    </form>
  )
}

function Choices({ opening: { choices }, t }: Pick<Props, 'opening' | 't'>) {
  return (
    <fieldset className="choices">
      <legend>{t('home.night.ask')}</legend>
      {choices.map(({ id, text }, place) => (
        <label key={id}>
          <input type="radio" name="choice" value={id} required className={`pick-${place + 1}`} />
          <span className="n" aria-hidden="true">
            {place + 1}
          </span>
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Follows({ opening: { choices, citing }, path, left, locale, t }: Omit<Props, 'title' | 'hour'>) {
  const duration = formatDuration(left.minutes, locale)
  return (
    <div className="follows" role="status">
      {choices.map(({ id, why, consequence }, place) => (
        <div key={id} className={`after-${place + 1}`}>
          {consequence && <Sheet view={consequence} citing={citing} locale={locale} t={t} />}
          <p className="why">
            <strong>{t('casework.first.law')}</strong> <Inline source={why} locale={locale} citing={citing} />
          </p>
          <p className="sm muted">{t('home.night.left', { count: left.choices, duration })}</p>
          <p>
            <a className="btn primary" href={withReturn(href(locale, '/sign-up'), path, id)}>
              {t('home.night.goOn')}
              <Icon node={ChevronRight} mirrored />
            </a>
          </p>
        </div>
      ))}
    </div>
  )
}
