import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import type { FormState } from '@/components/form/form-state'
import { DecisionsAlike } from '@/components/library/decisions-alike'
import { DebriefPage } from '@/components/practice/simulation/debrief-page'
import { GROUP_FORM, SharedRunPage } from '@/components/practice/simulation/shared-run-page'
import { href } from '@/components/shell/paths'
import { casePath } from '@/domain/case/case-path'
import { nodeOf, replay } from '@/domain/case/simulation/play'
import { seatsOf } from '@/domain/case/simulation/simulation'
import { nameIn } from '@/domain/person/name-in'
import { formatDateTime, type Translator } from '@/i18n/translator'
import { library } from '@/server/content/library'
import {
  decideInSeat,
  leaveSeat,
  type OpenShared,
  openDebrief,
  requireShared,
  sitsIn,
  takeSeat,
  waitingSeat,
} from '@/server/practice/simulation/shared-runs'
import { readDecision } from '../../simulations/read-decision'
import {
  citingOf,
  debriefView,
  decisionOf,
  headOf,
  papersOf,
  seatNames,
  titleOf,
} from '../../simulations/simulation-views'

type Sent =
  | { act: 'take'; seat: string }
  | { act: 'leave'; seat: string }
  | { act: 'debrief' }
  | { act: 'decide'; choice: string | null }

/**
 * A simulation that a group of a cohort plays in seats. Everybody in the cohort can follow it. The person in the
 * seat that decides next sends the decision. A tutor of the cohort opens the debrief.
 */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'run'>) => requireShared(caller, params.run),
  page: async (context, shared, state) =>
    shared.run.debriefAt ? debriefPage(context, shared, shared.run.debriefAt) : runPage(context, shared, state),
  read: (sent, { t }, { run }): Sent | Refused => {
    const [act, seat] = [sent.get('act'), String(sent.get('seat'))]
    if (act === 'leave') return { act, seat }
    if (act === 'take') return sent.get('told') === 'yes' ? { act, seat } : notConfirmed(`told-${seat}`, t)
    if (act === 'debrief') return sent.get('confirm') === 'yes' ? { act } : notConfirmed('confirm', t)
    const choice = readDecision(sent, run.id, t)
    return choice !== null && typeof choice === 'object' ? choice : { act: 'decide', choice }
  },
  act: async (shared, sent, { query }) => {
    const now = new Date()
    if (sent.act === 'take') return (await takeSeat(shared, sent.seat, now)) ? '' : '?said=taken'
    if (sent.act === 'leave') await leaveSeat(shared, sent.seat)
    else if (sent.act === 'debrief') await openDebrief(shared, now)
    else {
      const step = { number: Number(query.get('step')), choice: sent.choice ?? '' }
      if (!(await decideInSeat(shared, step, now))) return '?said=stands'
    }
    return ''
  },
  done: (said, { locale, params }) => href(locale, `/practice/seats/${params.run}${said}`),
})

function notConfirmed(name: string, t: Translator): Refused {
  const text = t('casework.simulation.group.tickTold')
  return { refused: { form: GROUP_FORM, summary: [{ name, text }], errors: { [name]: text }, values: {} } }
}

function runPage({ locale, t, query }: Context<'run'>, shared: OpenShared, state: FormState): DocumentPage {
  const { found, run, play, accountId, leads } = shared
  const read = { found, locale }
  const node = nodeOf(found.file, play.node)
  const seen = run.choices.length === 0 ? 0 : replay(found.file, run.choices.slice(0, -1)).opened.length
  const decides = node && !leads && sitsIn(shared, waitingSeat(shared))
  const said = query.get('said')
  const seats = seatsOf(found.file).map((seat) => {
    const holder = run.seats.find((taken) => taken.seat === seat)
    const name = holder && nameIn(holder, locale)
    return { seat, holder: name ?? null, isMine: holder?.accountId === accountId }
  })
  const main = (
    <SharedRunPage
      title={titleOf(read)}
      above={above(shared, locale, t)}
      head={node && headOf(read, node, play.state.minutes)}
      seats={seats}
      leads={leads}
      papers={papersOf(read, play, seen)}
      taken={takenIn(shared, locale)}
      decision={decides ? decisionOf(read, node, play, run.id) : null}
      path={href(locale, `/practice/seats/${run.id}`)}
      notice={
        said === 'taken' || said === 'stands'
          ? t(said === 'taken' ? 'casework.simulation.group.takenMeanwhile' : 'casework.simulation.group.notYours')
          : null
      }
      state={state}
      citing={citingOf(shared, locale)}
      locale={locale}
      t={t}
    />
  )
  const title = `${t('casework.simulation.group.title')} · ${titleOf(read)}`
  return { title, main, script: 'reason.js', styles: ['simulation.css', 'reader.css'], index: false }
}

/** The breadcrumbs: a tutor and a learner come from different pages. */
function above({ run, found, leads }: OpenShared, locale: Context['locale'], t: Translator) {
  if (leads) {
    const path = `/cohorts/${run.cohortId}/simulations`
    return [{ href: href(locale, path), label: t('casework.simulation.group.title') }]
  }
  return [
    { href: href(locale, '/practice'), label: t('casework.title') },
    { href: href(locale, casePath(found.file)), label: titleOf({ found, locale }) },
  ]
}

function takenIn({ found, play }: OpenShared, locale: Context['locale']) {
  return play.steps.flatMap((step, place) => {
    const node = nodeOf(found.file, step.node)
    const choice = node?.choices.find(({ id }) => id === step.choice)
    return node && choice ? [{ number: place + 1, seat: node.seat, text: choice.text[locale] }] : []
  })
}

function debriefPage({ locale, t }: Context<'run'>, shared: OpenShared, since: Date): DocumentPage {
  const { found, run, play } = shared
  const read = { found, locale }
  const main = (
    <DebriefPage
      debrief={debriefView(read, play, { runId: run.id, seatName: seatNames(found, t) })}
      links={above(shared, locale, t)}
      notice={
        <div className="note stack-s">
          <p>{t('casework.simulation.group.debriefAt', { time: formatDateTime(since, locale) })}</p>
          {play.ending === null && <p>{t('casework.simulation.group.unfinished')}</p>}
        </div>
      }
      alike={<DecisionsAlike keywords={found.file.keywords} store={library()} locale={locale} t={t} />}
      acts={null}
      citing={citingOf(shared, locale)}
      locale={locale}
      t={t}
    />
  )
  const title = `${t('casework.simulation.debrief.title')} · ${titleOf(read)}`
  return { title, main, script: 'reason.js', styles: ['simulation.css', 'reader.css'], index: false }
}
