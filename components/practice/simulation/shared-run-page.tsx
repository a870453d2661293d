import type { Seat } from '@/domain/case/simulation/simulation'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { ErrorSummary } from '../../form/error-summary'
import { type FormState, UNTOUCHED } from '../../form/form-state'
import { Crumbs } from '../../ui/crumbs'
import type { Citing } from '../../ui/inline'
import { Text } from '../../ui/text'
import { DecisionForm, type DecisionView } from './decision-form'
import { InventedFile, SimulationHead } from './head'
import { OpenPapers } from './open-papers'
import type { HeadView, PaperView } from './views'

export type SeatView = { seat: Seat; holder: string | null; isMine: boolean }
type Props = {
  title: string
  /** The breadcrumbs: the page of the file, or that of the cohort's shared runs. */
  above: readonly { href: string; label: string }[]
  /** Null once the story has ended. */
  head: HeadView | null
  seats: readonly SeatView[]
  leads: boolean
  papers: readonly PaperView[]
  taken: readonly { number: number; seat: Seat; text: string }[]
  /** The decision that this person has to make now; null if it belongs to another seat. */
  decision: DecisionView | null
  /** The address of the run. */
  path: string
  notice: string | null
  state: FormState
  citing: Citing
  locale: Locale
  t: Translator
}

/** The id of the form to which an error belongs: this one for the group, any other for a decision. */
export const GROUP_FORM = 'group'

/** A shared run: the seats, the open documents, the past decisions, and the form for the person who decides now. */
export function SharedRunPage(props: Props) {
  const { title, above, head, leads, papers, decision, path, notice, state, citing, locale, t } = props
  const ofGroup = state.form === GROUP_FORM
  const about = head ? waits(head.seat, decision !== null, t) : ''
  return (
    <main id="main" className="wrap page stack">
      <Crumbs label={t('worksheet.crumbs')} links={above} />
      {head ? (
        <SimulationHead head={head} about={about} t={t} />
      ) : (
        <header className="stack-s">
          <InventedFile t={t} />
          <h1>{title}</h1>
          <p className="note">{t('casework.simulation.group.end')}</p>
        </header>
      )}
      {notice !== null && (
        <p className="note warn" role="status">
          {notice}
        </p>
      )}
      {ofGroup && <ErrorSummary id={GROUP_FORM} state={state} t={t} />}
      <Seats {...props} />
      <div className="sim-beside">
        <OpenPapers papers={papers} citing={citing} locale={locale} t={t} />
        <div className="stack">
          {decision ? (
            <DecisionForm
              decision={decision}
              action={`${path}?step=${decision.number}`}
              stop={path}
              state={ofGroup ? UNTOUCHED : state}
              locale={locale}
              t={t}
            />
          ) : (
            head && (
              <p className="note">
                {t('casework.simulation.group.wait', { seat: t(`casework.simulation.seat.${head.seat}`) })}{' '}
                <a href={path}>{t('casework.simulation.group.reload')}</a>
              </p>
            )
          )}
          <Taken {...props} />
          {leads && <OpenDebrief path={path} t={t} />}
        </div>
      </div>
    </main>
  )
}

function waits(seat: Seat, isHers: boolean, t: Translator): string {
  const name = t(`casework.simulation.seat.${seat}`)
  return isHers
    ? t('casework.simulation.step.you', { seat: name })
    : t('casework.simulation.group.waits', { seat: name })
}

function Seats({ seats, leads, path, state, t }: Props) {
  const isFree = seats.some(({ holder }) => holder === null)
  return (
    <section className="card stack-s" aria-labelledby="seats">
      <h2 id="seats" className="h3">
        {t('casework.simulation.seats')}
      </h2>
      {!leads && <p>{t(isFree ? 'casework.simulation.group.told' : 'casework.simulation.group.full')}</p>}
      <ul className="plain sim-seats">
        {seats.map((seat) => (
          <li key={seat.seat} className="stack-s">
            <SeatLine seat={seat} leads={leads} path={path} error={state.errors[`told-${seat.seat}`]} t={t} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type LineProps = { seat: SeatView; leads: boolean; path: string; error: string | undefined; t: Translator }

function SeatLine({ seat: { seat, holder, isMine }, leads, path, error, t }: LineProps) {
  const name = t(`casework.simulation.seat.${seat}`)
  const told = `group-told-${seat}`
  return (
    <>
      <p>
        <strong>{capitalise(name)}</strong> <span className="muted">{holderLine(holder, isMine, t)}</span>
      </p>
      {holder === null && !leads && (
        <form method="post" action={path} className="stack-s" noValidate>
          <input type="hidden" name="act" value="take" />
          <input type="hidden" name="seat" value={seat} />
          {error !== undefined && (
            <p className="sim-problem" id={`${told}-error`}>
              {error}
            </p>
          )}
          <label className="opt">
            <input
              type="checkbox"
              id={told}
              name="told"
              value="yes"
              aria-describedby={error === undefined ? undefined : `${told}-error`}
            />
            <span>{t('casework.simulation.group.understood')}</span>
          </label>
          <p>
            <button type="submit" className="btn">
              {t('casework.simulation.group.take', { seat: name })}
            </button>
          </p>
        </form>
      )}
      {holder !== null && (isMine || leads) && (
        <form method="post" action={path}>
          <input type="hidden" name="act" value="leave" />
          <input type="hidden" name="seat" value={seat} />
          <button type="submit" className="btn">
            {t('casework.simulation.group.leave')}
          </button>
        </form>
      )}
    </>
  )
}

function holderLine(holder: string | null, isMine: boolean, t: Translator): string {
  if (holder === null) return t('casework.simulation.group.free')
  return isMine ? t('casework.simulation.group.yours') : t('casework.simulation.group.taken', { name: holder })
}

/** What the group has decided, seat by seat. */
function Taken({ taken, locale, t }: Props) {
  if (taken.length === 0) return null
  return (
    <section className="card stack-s" aria-labelledby="taken">
      <h2 id="taken" className="h3">
        {t('casework.simulation.debrief.steps')}
      </h2>
      <ol>
        {taken.map(({ number, seat, text }) => (
          <li key={number}>
            <span className="muted">{t(`casework.simulation.seat.${seat}`)}</span>{' '}
            <Text locale={locale}>{typeset(text, locale)}</Text>
          </li>
        ))}
      </ol>
    </section>
  )
}

function OpenDebrief({ path, t }: Pick<Props, 'path' | 't'>) {
  return (
    <form method="post" action={path} className="card stack-s">
      <input type="hidden" name="act" value="debrief" />
      <p>{t('casework.simulation.group.toDebriefHint')}</p>
      <label className="opt">
        <input type="checkbox" id="group-confirm" name="confirm" value="yes" required />
        <span>{t('casework.simulation.group.toDebriefTick')}</span>
      </label>
      <p>
        <button type="submit" className="btn primary">
          {t('casework.simulation.group.toDebrief')}
        </button>
      </p>
    </form>
  )
}
