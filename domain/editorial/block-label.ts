import { LOCALES, type Locale } from '../locale'
import { plainText } from '../text/markup'
import type { TextBlock } from './text-block'

/** Grid elements of a case, as `casework.grid.element` names them. */
const ELEMENTS = ['act', 'means', 'purpose', 'threshold', 'aggravation', 'qualification'] as const
type ElementName = (typeof ELEMENTS)[number]

/**
 * The fields of texts that have a wording, each with its plain name under `editorial.text.fields`. A group captures the
 * index of an item in its list, or its name.
 */
const FIELDS = {
  title: /^title$/,
  summary: /^summary$/,
  lead: /^lead$/,
  objective: /^objectives\.(\d+)$/,
  data: /^data$/,
  names: /^names$/,
  name: /^name$/,
  does: /^does$/,
  source: /^source$/,
  note: /^note$/,
  label: /^label$/,
  why: /^why$/,
  story: /^story$/,
  harm: /^harm\.why$/,
  court: /^court$/,
  facts: /^facts$/,
  legalPoint: /^legalPoint$/,
  outcome: /^outcome$/,
  reservation: /^reservation$/,
  predictionQuestion: /^prediction\.question$/,
  predictionOption: /^prediction\.options\.(\d+)\.text$/,
  predictionComment: /^prediction\.comment$/,
  sourceItem: /^sources\.(\d+)\.label$/,
  versionSource: /^versions\.(\d+)\.source$/,
  versionSummary: /^versions\.(\d+)\.summary$/,
  versionPreamble: /^versions\.(\d+)\.preamble$/,
  versionAskAt: /^versions\.(\d+)\.askAt$/,
  versionText: /^versions\.(\d+)\.text\.(.+)$/,
  trap: /^traps\.(\d+)\.text$/,
  indicator: /^indicators\.(\d+)\.text$/,
  indicatorAsk: /^indicators\.(\d+)\.ask$/,
  indicatorRecord: /^indicators\.(\d+)\.record$/,
  item: /^items\.(\d+)\.text$/,
  point: /^elements\.(\d+)\.text$/,
  degree: /^degrees\.(\d+)\.when$/,
  degreeOutcome: /^degrees\.(\d+)\.outcome$/,
  check: /^checks\.(\d+)\.text$/,
  mistake: /^mistakes\.(\d+)\.text$/,
  part: /^parts\.(\d+)\.text$/,
  partNote: /^parts\.(\d+)\.note$/,
  stage: /^stages\.(\d+)\.title$/,
  node: /^nodes\.(\d+)\.text$/,
  nodeQuestion: /^nodes\.(\d+)\.question$/,
  choice: /^nodes\.(\d+)\.choices\.(\d+)\.text$/,
  choiceWhy: /^nodes\.(\d+)\.choices\.(\d+)\.why$/,
  choiceOutcome: /^nodes\.(\d+)\.choices\.(\d+)\.outcome$/,
  endingTitle: /^endings\.(\d+)\.title$/,
  ending: /^endings\.(\d+)\.text$/,
  elementComment: /^elements\.(\w+)\.feedback$/,
  elementReading: /^elements\.(\w+)\.readings\.(\d+)\.text$/,
  elementOther: /^elements\.(\w+)\.others\.(\d+)\.text$/,
  reasons: /^reasons$/,
  sign: /^worksheet\.signs\.(\d+)\.why$/,
  stem: /^stem$/,
  explanation: /^explanation$/,
  hint: /^hint$/,
  option: /^options\.(\d+)\.text$/,
  optionComment: /^options\.(\d+)\.feedback$/,
  prompt: /^prompts\.(\d+)\.text$/,
  passage: /^passage$/,
  ask: /^asks\.(\d+)\.label$/,
  step: /^steps\.(\d+)$/,
  key: /^correct(?:\..+)?$/,
} as const
type FieldName = keyof typeof FIELDS

/** `parts`: the numbers of items from 1, or their names. */
type FieldLabel = { kind: 'field'; name: FieldName; element: ElementName | null; parts: readonly string[] }
export type BlockLabel =
  | FieldLabel
  | { kind: 'question'; number: number }
  /** `heading`: of its section, null before the first. `number`: its place in the section, 0 for the heading itself. */
  | { kind: 'passage'; heading: string | null; number: number }

/** The plain name of a field; null if it has no wording. */
export function labelField(key: string): FieldLabel | null {
  for (const [name, shape] of Object.entries(FIELDS) as [FieldName, RegExp][]) {
    const found = shape.exec(key)
    if (!found) continue
    const caught = found.slice(1).filter((part) => part !== undefined)
    const element = ELEMENTS.find((one) => name.startsWith('element') && one === caught[0]) ?? null
    const rest = element ? caught.slice(1) : caught
    // Lists in a file are counted from 0; the paragraphs of a law have ids.
    const parts = rest.map((part, place) => (name === 'versionText' && place === 1 ? part : `${Number(part) + 1}`))
    return { kind: 'field', name, element, parts }
  }
  return null
}

const HEADING = /^#{1,6}\s+(.+?)(?:\s*\{#[\w-]+\})?\s*(?:\n|$)/
const DOCUMENT = /^:::document\[([^\]]+)\]/

/** The label of each block of a text, in one language. A block without a label is named by its id. */
export function labelBlocks(blocks: readonly TextBlock[], locale: Locale): Map<string, BlockLabel> {
  const labels = new Map<string, BlockLabel>()
  let [heading, place, questions] = [null as string | null, 0, 0]
  for (const { id, kind, fields } of blocks) {
    if (kind === 'question') labels.set(id, { kind, number: ++questions })
    else if (kind === 'field') {
      const label = labelField(id)
      if (label) labels.set(id, label)
    } else {
      const own = headingIn(fields[0]?.texts ?? {}, locale)
      if (own !== null) [heading, place] = [own, 0]
      else place += 1
      labels.set(id, { kind, heading, number: place })
    }
  }
  return labels
}

function headingIn(texts: Partial<Record<Locale, string>>, locale: Locale): string | null {
  const source = [locale, ...LOCALES].map((each) => texts[each]).find((text) => text !== undefined) ?? ''
  const found = HEADING.exec(source) ?? DOCUMENT.exec(source)
  return found?.[1] ? plainText(found[1]) : null
}
