import { alignParagraphs } from '../library/align-paragraphs'
import { LOCALES, type Locale } from '../locale'
import type { BlockField, BlockKind, TextBlock } from './text-block'

/** A text in one language as it was at some time: what a signature keeps. */
export type Wording = readonly { id: string; kind: BlockKind; fields: readonly { key: string; text: string }[] }[]

/** A changed field of a block. `before` or `after` is null if the field did not exist then. */
export type FieldChange = { key: string; before: string | null; after: string | null }
/** A changed block, by its present id or, if it was removed (`gone`), by its former id. */
export type BlockChange = { id: string; kind: BlockKind; gone: boolean; fields: readonly FieldChange[] }
/** In reading order: the blocks that changed, and how many unchanged ones stand between them. */
export type TextComparison = { changed: number; total: number; parts: readonly (BlockChange | { unchanged: number })[] }

export function wordingIn(blocks: readonly TextBlock[], language: Locale): Wording {
  return blocks.map(({ id, kind, fields }) => ({
    id,
    kind,
    fields: fields.flatMap((field) => {
      const text = textIn(field, language)
      return text === undefined ? [] : [{ key: field.key, text }]
    }),
  }))
}

/** The text of a field that a sign-off of the language covers. */
function textIn({ texts, whole }: BlockField, language: Locale): string | undefined {
  return whole ? LOCALES.flatMap((locale) => texts[locale] ?? []).join('\n') : texts[language]
}

/**
 * What changed between two wordings of a text. Passages are paired by their words, since their numbers move when one is
 * added; fields and questions by their ids.
 */
export function compareTexts(before: Wording, after: Wording): TextComparison {
  const pairs = pairsOf(before, after)
  const parts: (BlockChange | { unchanged: number })[] = []
  for (const [old, now] of pairs) {
    const fields = changedFields(old?.fields ?? [], now?.fields ?? [])
    const block = now ?? old
    const last = parts.at(-1)
    if (block && fields.length > 0) parts.push({ id: block.id, kind: block.kind, gone: !now, fields })
    else if (last && 'unchanged' in last) last.unchanged += 1
    else parts.push({ unchanged: 1 })
  }
  return { changed: parts.filter((part) => !('unchanged' in part)).length, total: after.length, parts }
}

type Part = Wording[number]
type Pair = readonly [before: Part | undefined, after: Part | undefined]

function pairsOf(before: Wording, after: Wording): Pair[] {
  const named = (wording: Wording) => wording.filter(({ kind }) => kind !== 'passage')
  const old = new Map(named(before).map((part) => [part.id, part]))
  const present = new Set(named(after).map(({ id }) => id))
  const passages = pairedPassages(before.filter(isPassage), after.filter(isPassage))
  const placed = named(after).map((part): Pair => [old.get(part.id), part])
  const first = after.findIndex(isPassage)
  const ahead = first === -1 ? placed.length : after.slice(0, first).filter((part) => !isPassage(part)).length
  const gone = named(before).flatMap((part): Pair[] => (present.has(part.id) ? [] : [[part, undefined]]))
  return [...placed.slice(0, ahead), ...passages, ...placed.slice(ahead), ...gone]
}

const isPassage = ({ kind }: Part) => kind === 'passage'
const sourceOf = (part: Part) => part.fields.map(({ text }) => text).join('\n')

function pairedPassages(before: Wording, after: Wording): Pair[] {
  let [i, j] = [0, 0]
  return alignParagraphs(before.map(sourceOf), after.map(sourceOf)).map(
    (pair): Pair => [pair.before === null ? undefined : before[i++], pair.after === null ? undefined : after[j++]],
  )
}

type Fields = Part['fields']

function changedFields(before: Fields, after: Fields): FieldChange[] {
  const old = new Map(before.map(({ key, text }) => [key, text]))
  const now = new Map(after.map(({ key, text }) => [key, text]))
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const change = { key, before: old.get(key) ?? null, after: now.get(key) ?? null }
    return change.before === change.after ? [] : [change]
  })
}
