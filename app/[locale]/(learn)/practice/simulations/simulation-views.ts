import { practiceCiting } from '@/components/practice/practice-citing'
import type { ChoiceView, DebriefStepView, DebriefView } from '@/components/practice/simulation/debrief-page'
import type { DecisionView } from '@/components/practice/simulation/decision-form'
import type { HeadView, PaperView, StoryTime } from '@/components/practice/simulation/views'
import { documentsOf } from '@/domain/case/case-text'
import { debriefSoFar } from '@/domain/case/simulation/debrief'
import { nodeOf, offered, type Play } from '@/domain/case/simulation/play'
import { type Choice, GAUGES, type SimulationNode } from '@/domain/case/simulation/simulation'
import { momentOf } from '@/domain/case/simulation/state'
import type { Locale } from '@/domain/locale'
import { formatStoryMoment, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { FoundCase } from '@/server/practice/read-cases'

/** A file with the release that holds it. */
export type PlayedCase = FoundCase<'simulation'>
type Read = { found: PlayedCase['found']; locale: Locale }

/** What the file cites, in the law of the day for which it was written. */
export function citingOf({ release, found }: PlayedCase, locale: Locale) {
  return practiceCiting(release.course, found.file.lawDate, locale)
}

export function titleOf({ found, locale }: Read): string {
  return typeset(found.file.title[locale], locale)
}

export function headOf({ found, locale }: Read, node: SimulationNode, minutes: number): HeadView {
  const { stages } = found.file
  return {
    title: titleOf({ found, locale }),
    stages: stages.map(({ title }) => typeset(title[locale], locale)),
    stage: stages.findIndex(({ id }) => id === node.stage),
    clock: timeAt({ found, locale }, minutes),
    seat: node.seat,
  }
}

/** The documents that are open. @param seen the number of documents that were open before the last decision. */
export function papersOf({ found, locale }: Read, { opened }: Pick<Play, 'opened'>, seen: number): PaperView[] {
  const papers = new Map(documentsOf(found, locale).map((paper) => [paper.id, paper]))
  return opened.flatMap(({ document, minutes }, place) => {
    const paper = papers.get(document)
    return paper ? [{ paper, at: timeAt({ found, locale }, minutes), isFresh: place >= seen }] : []
  })
}

export function decisionOf({ found, locale }: Read, node: SimulationNode, play: Play, runId: string): DecisionView {
  return {
    runId,
    number: play.steps.length + 1,
    text: node.text[locale],
    question: node.question?.[locale] ?? null,
    choices: offered(found.file, play).map(({ id, text }) => ({ id, text: text[locale] })),
  }
}

type Reasons = { runId: string; seatName: ((node: string) => string) | null }

/** A play as its debrief shows it. A group may have stopped before the end of the story. */
export function debriefView(read: Read, play: Play, { runId, seatName }: Reasons): DebriefView {
  const { found, locale } = read
  const debrief = debriefSoFar(found.file, play)
  const ending = found.file.endings.find(({ id }) => id === play.ending)
  const road = ({ id, text, why, outcome, cites }: Choice): ChoiceView => ({
    id,
    text: text[locale],
    why: why[locale],
    outcome: outcome[locale],
    cites,
  })
  const stepView = (step: (typeof debrief.steps)[number], place: number): DebriefStepView => ({
    reason: `${runId}:${place + 1}`,
    at: timeAt(read, step.minutes),
    seat: seatName?.(step.node) ?? null,
    taken: road(step.taken),
    reference: step.reference && road(step.reference),
    others: step.others.map(road),
  })
  return {
    title: titleOf(read),
    ending: ending ? { title: ending.title[locale], text: ending.text[locale] } : null,
    same: seatName ? null : debrief.same,
    gauges: GAUGES.flatMap((gauge) => {
      const level = play.state.levels[gauge]
      return level === undefined ? [] : [{ gauge, level, reference: debrief.referenceState.levels[gauge] ?? 0 }]
    }),
    minutes: ending ? { taken: play.state.minutes, reference: debrief.referenceState.minutes } : null,
    steps: debrief.steps.map(stepView),
    missed: debrief.missed.map(({ choice }) => road(choice)),
    papers: papersOf(read, play, play.opened.length),
  }
}

/** The name of the seat that decides at a node. */
export function seatNames({ file }: PlayedCase['found'], t: Translator): (node: string) => string {
  return (id) => {
    const node = nodeOf(file, id)
    return node ? t(`casework.simulation.seat.${node.seat}`) : ''
  }
}

function timeAt({ found, locale }: Read, minutes: number): StoryTime {
  return formatStoryMoment(momentOf(found.file.start.at, minutes), locale)
}
