import { parse } from 'yaml'
import type { DraftQuestion } from '@/domain/course/exchange/imported-question'
import type { Localized } from '@/domain/locale'
import type { QuestionKey } from '@/domain/question/question'

/** The questions in the files of a draft of a bank. */
export const draftsIn = (files: ReadonlyMap<string, string>) =>
  [...files.values()].flatMap((text): DraftQuestion[] => parse(text))

type Keyed = Pick<QuestionKey | DraftQuestion, 'kind' | 'correct'> & {
  options: readonly { id: string; text?: Localized }[]
  prompts?: readonly { id: string; text: Localized }[]
}

/** The key with texts in place of the ids of options, because the import gives new ids. */
export function keyed({ kind, options, prompts, correct }: Keyed) {
  const textOf = (id: string) => options.find((each) => each.id === id)?.text ?? id
  if (kind === 'ordering') return (correct as string[]).map(textOf)
  if (Array.isArray(correct)) {
    const right: readonly string[] = correct
    const wrong = options.filter(({ id }) => !right.includes(id)).map(({ id }) => textOf(id))
    return { right: right.map(textOf).toSorted(byFrench), wrong }
  }
  return prompts?.map(({ id, text }) => [text, textOf((correct as Record<string, string>)[id] ?? '')])
}

const byFrench = (one: Localized | string, other: Localized | string) =>
  JSON.stringify(one).localeCompare(JSON.stringify(other))
