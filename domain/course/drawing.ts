import { type MarkdownNode, textOf } from '../text/markdown-tree'
import { DRAWINGS, type DrawingKind } from '../text/marks'

/** A stretch of phases, counted from 1, both ends included. */
export type Stretch = { from: number; to: number; optional: boolean; goesOn: boolean }
/** Years of imprisonment; `to` is null for life. */
export type Years = { from: number; to: number | null }

/** The end and the step of the scale on which penalties are drawn, in years. */
export const MOST_YEARS = 30
export const YEARS_STEP = 5

/** Messages for the author: what each kind of drawing may contain after the paragraph that describes it. */
const SAYS: Readonly<Record<DrawingKind, string>> = {
  test: 'a :::test holds one numbered list of 2 to 6 questions and the outcome, then a paragraph, the way out after a “no”: 1. **The act** — one of seven acts',
  tree: 'a :::tree holds one numbered list of 2 to 7 questions, each with one answer below it: 1. A child? then, indented, - **20 to 30 years** — fine',
  time: 'a :::time holds one numbered list of 2 to 8 days, each beginning with the day in bold: 1. **25 August 2016** — Law no. 27.14',
  lanes:
    'a :::lanes holds one list of 2 to 5 lanes, each with a numbered list of 1 to 5 steps below it, then up to two paragraphs, what never stops: - Justice then, indented, 1. **Trial** — who acts',
  tracks:
    'a :::tracks holds a numbered list of 2 to 6 phases, then a list of 2 to 9 tracks, each beginning with its name in bold: - **Protection** — who orders it',
  ring: 'a :::ring holds one numbered list of 3 to 12 parts, each beginning with its name in bold: 1. **Children**',
}

/** The attribute that positions the entries of a drawing: its name, a hint with an example, and a test of one value. */
const PLACES: Readonly<Record<string, { name: string; says: string; isOne: (value: string) => boolean }>> = {
  time: {
    name: 'at',
    says: 'dates from the earliest to the latest, as at="2016-08-25, 2019-02, 2023"',
    isOne: (value) => /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(value),
  },
  tree: {
    name: 'years',
    says: `spans of years in steps of ${YEARS_STEP} up to ${MOST_YEARS}, as years="life, 20-30, 5-10"`,
    isOne: (value) => readYears(value) !== null,
  },
  tracks: {
    name: 'on',
    says: 'phases by their number, “?” for what is optional and “+” for what goes on, as on="1, 2-3?, 1-4+"',
    isOne: (value) => readStretch(value) !== null,
  },
  ring: {
    name: 'of',
    says: 'whole numbers, as of="9, 7, 5"',
    isOne: (value) => /^[1-9]\d{0,3}$/.test(value),
  },
}

export function isDrawing({ type, name }: MarkdownNode): boolean {
  return type === 'containerDirective' && DRAWINGS.some((kind) => kind === name)
}

/** The faults that prevent a block from being drawn, each as a message that tells the author what to write. */
export function drawingFaults(block: MarkdownNode): string[] {
  const kind = block.name as DrawingKind
  const children = block.children ?? []
  const title = children.find(({ data }) => data?.directiveLabel)
  const [described, ...parts] = children.filter(({ data }) => !data?.directiveLabel)
  const faults: string[] = []
  if (!title || textOf(title).trim() === '') faults.push(`the drawing has no title: write it as :::${kind}[Title]`)
  if (described?.type !== 'paragraph')
    faults.push('the drawing has no description: say in a paragraph under its title what it shows, for who hears it')
  else if (!FITS[kind](parts)) faults.push(SAYS[kind])
  else faults.push(...misplaced(kind, block, parts))
  return faults
}

const FITS: Readonly<Record<DrawingKind, (parts: readonly MarkdownNode[]) => boolean>> = {
  test: ([list, exit, ...more]) =>
    isList(list, true, 3, 7) &&
    exit?.type === 'paragraph' &&
    more.length === 0 &&
    itemsOf(list).every((item, place, all) => isNamed(item) && hasOnly(item, place === all.length - 1 ? [] : ASIDES)),
  tree: ([list, ...notes]) =>
    isList(list, true, 2, 7) &&
    areParagraphs(notes, 1) &&
    itemsOf(list).every((item) => {
      const [question, answers, ...more] = item.children ?? []
      return (
        question?.type === 'paragraph' &&
        isList(answers, false, 1, 1) &&
        more.length === 0 &&
        itemsOf(answers).every((answer) => isNamed(answer) && hasOnly(answer, []))
      )
    }),
  time: ([list, ...notes]) =>
    isList(list, true, 2, 8) &&
    areParagraphs(notes, 1) &&
    itemsOf(list).every((item) => isNamed(item) && hasOnly(item, [])),
  lanes: ([list, ...always]) =>
    isList(list, false, 2, 5) &&
    areParagraphs(always, 2) &&
    itemsOf(list).every((item) => {
      const [lane, steps, ...more] = item.children ?? []
      return (
        lane?.type === 'paragraph' &&
        isList(steps, true, 1, 5) &&
        more.length === 0 &&
        itemsOf(steps).every((step) => isNamed(step) && hasOnly(step, []))
      )
    }),
  tracks: ([phases, tracks, ...notes]) =>
    isList(phases, true, 2, 6) &&
    isList(tracks, false, 2, 9) &&
    areParagraphs(notes, 1) &&
    itemsOf(phases).every((item) => hasOnly(item, [])) &&
    itemsOf(tracks).every((item) => isNamed(item) && hasOnly(item, [])),
  ring: ([list, ...notes]) =>
    isList(list, true, 3, 12) &&
    areParagraphs(notes, 1) &&
    itemsOf(list).every((item) => isNamed(item) && hasOnly(item, [])),
}

/** The blocks allowed under a question of a test: a quote says when it is skipped, a list what it requires together. */
const ASIDES = ['blockquote', 'list']

function isList(node: MarkdownNode | undefined, ordered: boolean, fewest: number, most: number): boolean {
  const count = node?.children?.length ?? 0
  return node?.type === 'list' && Boolean(node.ordered) === ordered && count >= fewest && count <= most
}

function itemsOf(list: MarkdownNode | undefined): readonly MarkdownNode[] {
  return list?.children ?? []
}

/** The item begins with words in bold. */
function isNamed(item: MarkdownNode): boolean {
  return item.children?.[0]?.children?.[0]?.type === 'strong'
}

/** The item is a paragraph, followed only by blocks of these types. */
function hasOnly(item: MarkdownNode, types: readonly string[]): boolean {
  const [first, ...more] = item.children ?? []
  return first?.type === 'paragraph' && more.every(({ type }) => types.includes(type))
}

function areParagraphs(nodes: readonly MarkdownNode[], most: number): boolean {
  return nodes.length <= most && nodes.every(({ type }) => type === 'paragraph')
}

/** Checks that the attribute has one valid value for each entry. Returns the fault, or nothing. */
function misplaced(kind: DrawingKind, block: MarkdownNode, parts: readonly MarkdownNode[]): string[] {
  const place = PLACES[kind]
  const written = place && block.attributes?.[place.name]
  // The outcomes of a tree need not be years of imprisonment.
  if (!place || (kind === 'tree' && written == null)) return []
  const values = valuesIn(written)
  const entries = itemsOf(kind === 'tracks' ? parts[1] : parts[0]).length
  const phases = itemsOf(parts[0]).length
  const fits =
    values.every(place.isOne) &&
    (kind !== 'time' || values.every((value, at) => at === 0 || (values[at - 1] ?? '') < value)) &&
    (kind !== 'tracks' || values.every((value) => (readStretch(value)?.to ?? 0) <= phases))
  return fits && values.length === entries
    ? []
    : [`“${place.name}” of a :::${kind} needs ${entries} ${place.says}, one for each entry`]
}

export function valuesIn(attribute: unknown): string[] {
  return typeof attribute === 'string' ? attribute.split(',').map((value) => value.trim()) : []
}

export function readStretch(value: string): Stretch | null {
  const [, from, to = from, mark] = /^([1-6])(?:-([1-6]))?([?+])?$/.exec(value) ?? []
  if (!from || Number(to) < Number(from)) return null
  return { from: Number(from), to: Number(to), optional: mark === '?', goesOn: mark === '+' }
}

export function readYears(value: string): Years | null {
  if (value === 'life') return { from: 0, to: null }
  const [from, to] = /^\d+-\d+$/.test(value) ? value.split('-').map(Number) : []
  if (from === undefined || to === undefined || from >= to || to > MOST_YEARS) return null
  return from % YEARS_STEP === 0 && to % YEARS_STEP === 0 ? { from, to } : null
}
