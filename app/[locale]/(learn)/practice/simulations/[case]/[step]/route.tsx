import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import type { FormState } from '@/components/form/form-state'
import { ClosedStepPage } from '@/components/practice/simulation/closed-step-page'
import { SimulationStepPage } from '@/components/practice/simulation/step-page'
import { href } from '@/components/shell/paths'
import { nodeOf } from '@/domain/case/simulation/play'
import { AppError } from '@/domain/errors'
import { permitToChangeAccount, permitToReadAccount } from '@/server/auth/permit'
import { type Decided, type OpenRun, openRun, playBefore, takeDecision } from '@/server/practice/simulation/own-runs'
import { seeOther } from '@/server/respond'
import { readDecision } from '../../read-decision'
import { citingOf, decisionOf, headOf, papersOf, titleOf } from '../../simulation-views'

type Opened = {
  permit: Awaited<ReturnType<typeof permitToReadAccount>>
  open: OpenRun | null
  /** The step that the address names, from 1. */
  number: number
}

/**
 * A step of her run. The current step shows its form. A step that is decided shows the decision, also if another window
 * decided it. A later step redirects to the current one.
 */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Context<'case' | 'step'>): Promise<Opened> => {
    const permit = await permitToReadAccount(caller)
    if (!/^[1-9]\d?$/.test(params.step)) throw new AppError('not-found', `step ${params.step}`)
    return { permit, open: await openRun(permit, params.case), number: Number(params.step) }
  },
  page: async (context, { open, number }, state) => {
    if (!open) return seeOther(pathTo(context, ''))
    const taken = open.run.choices.length
    if (number <= taken) return closedPage(context, open, number)
    if (open.play.node === null) return seeOther(pathTo(context, '/debrief'))
    if (number > taken + 1) return seeOther(pathTo(context, `/${taken + 1}`))
    return stepPage(context, open, state)
  },
  read: (sent, { t }, { open }) => readDecision(sent, open?.run.id ?? null, t),
  act: async ({ permit, open, number }, choice, { caller }): Promise<Decided> => {
    await permitToChangeAccount(caller)
    if (!open || choice === null) return 'stands'
    return takeDecision(permit, open, { number, choice }, new Date())
  },
  done: (decided, context, { number }) =>
    decided === 'accepted' ? pathTo(context, `/${number + 1}`) : pathTo(context, `/${number}?stands=1`),
})

function pathTo({ locale, params }: Context<'case' | 'step'>, rest: string): string {
  return href(locale, `/practice/simulations/${params.case}${rest}`)
}

function stepPage(context: Context<'case' | 'step'>, open: OpenRun, state: FormState): DocumentPage {
  const { locale, t } = context
  const { found, run, play } = open
  const node = nodeOf(found.file, play.node)
  if (!node) throw new AppError('not-found', 'node of a run')
  const read = { found, locale }
  const number = run.choices.length + 1
  const seen = number === 1 ? 0 : playBefore(open, number - 1).opened.length
  const main = (
    <SimulationStepPage
      head={headOf(read, node, play.state.minutes)}
      papers={papersOf(read, play, seen)}
      decision={decisionOf(read, node, play, run.id)}
      action={pathTo(context, `/${number}`)}
      stop={pathTo(context, '')}
      state={state}
      citing={citingOf(open, locale)}
      locale={locale}
      t={t}
    />
  )
  const title = `${t('casework.simulation.step.title', { number })} · ${titleOf(read)}`
  return { title, main, script: 'reason.js', styles: ['simulation.css'], index: false }
}

function closedPage(context: Context<'case' | 'step'>, open: OpenRun, number: number): DocumentPage {
  const { locale, t, query } = context
  const { found, run, play } = open
  const before = playBefore(open, number)
  const node = nodeOf(found.file, before.node)
  const choice = node?.choices.find(({ id }) => id === run.choices[number - 1])
  const read = { found, locale }
  const papers = papersOf(read, playBefore(open, number + 1), 0)
  const consequence = papers.find(({ paper }) => paper.id === choice?.consequence)
  if (!node || !choice || !consequence) throw new AppError('not-found', 'step of a run')
  const next = run.choices.length + 1
  const main = (
    <ClosedStepPage
      head={headOf(read, node, before.state.minutes)}
      number={number}
      choice={choice.text[locale]}
      consequence={consequence}
      stands={query.has('stands')}
      onward={
        play.node === null
          ? { href: pathTo(context, '/debrief'), label: t('casework.simulation.closed.toDebrief') }
          : { href: pathTo(context, `/${next}`), label: t('casework.simulation.closed.next', { number: next }) }
      }
      citing={citingOf(open, locale)}
      locale={locale}
      t={t}
    />
  )
  const title = `${t('casework.simulation.closed.title', { number })} · ${titleOf(read)}`
  return { title, main, styles: ['simulation.css'], index: false }
}
