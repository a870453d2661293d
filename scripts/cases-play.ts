// npm run cases:play -- night-report [ar|fr|en]: plays a simulation in the terminal, with the hidden state and the
// debrief.
// npm run cases:play -- night-report --explore: plays every choice in every situation, and prints what that covered.
import { createInterface } from 'node:readline'
import { type CaseDocument, documentsOf, partsOf, wordsOf } from '@/domain/case/case-text'
import { debriefOf } from '@/domain/case/simulation/debrief'
import { explore, STATE_BOUND } from '@/domain/case/simulation/explore'
import { graphFaults } from '@/domain/case/simulation/graph-faults'
import { begin, decide, nodeOf, offered, type Play } from '@/domain/case/simulation/play'
import type { Simulation } from '@/domain/case/simulation/simulation'
import { momentOf, type State } from '@/domain/case/simulation/state'
import { isLocale, type Locale } from '@/domain/locale'
import { listCourses, readCases } from '@/server/content/read-course'
import { runIfCalled } from './run-if-called'

type Found = { file: Simulation; documents: readonly CaseDocument[]; locale: Locale }

export async function main(asked: readonly string[], root: string): Promise<void> {
  const locale = asked.find(isLocale) ?? 'en'
  const id = asked.find((word) => !word.startsWith('-') && !isLocale(word)) ?? ''
  const found = findSimulation(root, id, locale)
  if (!found) throw new Error(`“${id}” is no simulation. There are: ${allSimulations(root).join(', ')}`)
  if (asked.includes('--explore')) printCoverage(found)
  else await playInTerminal(found)
}

function findSimulation(root: string, name: string, locale: Locale): Found | null {
  for (const { file, bodies } of allCases(root)) {
    const { ar, fr, en } = bodies
    if (file.value?.kind !== 'simulation' || file.value.id !== name || !ar || !fr || !en) continue
    return { file: file.value, documents: documentsOf({ bodies: { ar, fr, en } }, locale), locale }
  }
  return null
}

function allCases(root: string) {
  return listCourses(root).flatMap((course) => readCases(root, course).map(({ source }) => source))
}

function allSimulations(root: string): string[] {
  return allCases(root).flatMap(({ file }) => (file.value?.kind === 'simulation' ? file.value.id : []))
}

function printCoverage({ file, documents }: Found): void {
  const seen = explore(file)
  const choices = file.nodes.reduce((sum, node) => sum + node.choices.length, 0)
  const of = (part: number, all: number) => `${part} of ${all}`
  console.log(`situations   ${seen.situations} (at most ${STATE_BOUND}), ${seen.choicesTaken} choices played`)
  console.log(`nodes        ${of(seen.nodes.size, file.nodes.length)}`)
  console.log(`choices      ${of(seen.choices.size, choices)}`)
  console.log(`endings      ${of(seen.endings.size, file.endings.length)}: ${[...seen.endings].toSorted().join(', ')}`)
  console.log(`documents    ${of(seen.documents.size, documents.length)}`)
  console.log(`decisions    ${seen.shortest} to ${seen.longest} on a path`)
  const faults = graphFaults(file, new Set(documents.map((document) => document.id)))
  for (const { key, message } of faults) console.log(`${key}: ${message}`)
  console.log(seen.cut ? 'The bound was reached before everything was seen.' : 'Everything was seen.')
  process.exitCode = faults.length > 0 || seen.cut ? 1 : 0
}

async function playInTerminal({ file, documents, locale }: Found): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answers = terminal[Symbol.asyncIterator]()
  let play: Play = begin(file)
  let shown = 0
  while (play.node !== null) {
    shown = printNew(play, shown, documents)
    printNode(file, play, locale)
    process.stdout.write('> ')
    const { value, done } = await answers.next()
    if (done) break
    const choice = offered(file, play)[Number(value) - 1]
    const after = choice ? decide(file, play, choice.id) : 'not-offered'
    if (typeof after === 'string') console.log('Type the number of a choice.')
    else play = after
  }
  terminal.close()
  printNew(play, shown, documents)
  printDebrief(file, play, locale)
}

function printNew({ opened }: Play, shown: number, documents: readonly CaseDocument[]): number {
  for (const { document } of opened.slice(shown)) {
    const paper = documents.find((each) => each.id === document)
    console.log(`\n── ${paper?.title} ──`)
    for (const block of paper?.blocks ?? []) console.log(wordsOf(partsOf(block)))
  }
  return opened.length
}

function printNode(file: Simulation, play: Play, locale: Locale): void {
  const node = nodeOf(file, play.node)
  console.log(`\n${momentOf(file.start.at, play.state.minutes)} · ${node?.seat}\n${node?.text[locale]}`)
  for (const [place, choice] of offered(file, play).entries()) console.log(`  ${place + 1}. ${choice.text[locale]}`)
}

function printDebrief(file: Simulation, play: Play, locale: Locale): void {
  const debrief = debriefOf(file, play)
  if (!debrief) return
  const ending = file.endings.find((each) => each.id === debrief.ending)
  console.log(`\n══ ${ending?.title[locale]} ══\n${ending?.text[locale]}`)
  console.log(`state      ${written(debrief.state)}\nreference  ${written(debrief.referenceState)}`)
  for (const { taken, reference } of debrief.steps) {
    const same = taken.id === reference?.id
    console.log(`\n${same ? '=' : '≠'} ${taken.text[locale]}\n  ${taken.why[locale]} (${taken.cites.join(', ')})`)
    if (!same && reference) console.log(`  reference: ${reference.text[locale]}\n  ${reference.outcome[locale]}`)
  }
}

function written({ levels, minutes, marks }: State): string {
  const gauges = Object.entries(levels).map(([gauge, level]) => `${gauge} ${level}`)
  return [...gauges, `${minutes} minutes`, ...marks].join(', ')
}

await runIfCalled(import.meta.url, main)
