/** A question read from another program's file, in one language. */
export type ImportedQuestion = {
  /** The name by which the same question is found in the files of the other languages. */
  name: string
  category: string
  stem: string
  explanation: string
} & ImportedBody

type ImportedOption = { text: string; feedback: string }
export type ImportedBody =
  | { kind: 'single' | 'multiple'; options: readonly ImportedOption[]; correct: readonly number[] }
  | { kind: 'true-false'; isTrue: boolean; feedback: { true: string; false: string } }
  /** `correct`: for each prompt, the index of its option. */
  | { kind: 'matching'; prompts: readonly string[]; options: readonly ImportedOption[]; correct: readonly number[] }
  /** From first to last. */
  | { kind: 'ordering'; options: readonly ImportedOption[] }

/** The number of options that a question of the platform may have. */
export const OPTIONS = { fewest: 2, most: 6 } as const

/** A text in the languages that were imported. A language without a file stays empty; the content check reports it. */
type Draft = { ar: string; fr: string; en: string }
export type DraftQuestion = {
  id: string
  kind: ImportedBody['kind']
  objective: string
  stem: Draft
  prompts?: readonly { id: string; text: Draft }[]
  options: readonly { id: string; text?: Draft; feedback: Draft; cites: readonly string[] }[]
  correct: readonly string[] | Readonly<Record<string, string>>
  explanation: Draft
  cites: readonly string[]
  reread: string
}

type Language = keyof Draft
export type Imported = { language: Language; questions: readonly ImportedQuestion[] }
/** `question`: its name in the file. */
export type Unmerged = { question: string; language: Language; why: string }

/**
 * Joins the same questions of several files. The first file that contains a question decides its kind, its options and
 * its key. A language whose question differs from it is left out and reported.
 */
export function mergeLanguages(files: readonly Imported[]): { drafts: DraftQuestion[]; unmerged: Unmerged[] } {
  const found = new Map<string, { first: ImportedQuestion; texts: Partial<Record<Language, ImportedQuestion>> }>()
  const unmerged: Unmerged[] = []
  for (const { language, questions } of files) {
    for (const question of questions) {
      const known = found.get(question.name)
      if (!known) found.set(question.name, { first: question, texts: { [language]: question } })
      else if (known.texts[language])
        unmerged.push({ question: question.name, language, why: 'there is another one of this name' })
      else if (shapeOf(known.first) !== shapeOf(question))
        unmerged.push({ question: question.name, language, why: 'its kind, its options or its key differ' })
      else known.texts[language] = question
    }
  }
  const ids = new Map<string, number>()
  const drafts = [...found.values()].map(({ first, texts }) => draftOf(first, texts, ids))
  return { drafts, unmerged }
}

/** What must be the same in every language. */
function shapeOf(question: ImportedQuestion): string {
  const { kind } = question
  if (kind === 'true-false') return `${kind} ${question.isTrue}`
  const key = 'correct' in question ? question.correct.join() : ''
  const prompts = 'prompts' in question ? question.prompts.length : 0
  return `${kind} ${prompts} ${question.options.length} ${key}`
}

function draftOf(
  first: ImportedQuestion,
  texts: Partial<Record<Language, ImportedQuestion>>,
  ids: Map<string, number>,
): DraftQuestion {
  const each = (read: (question: ImportedQuestion) => string | undefined): Draft => {
    const of = (language: Language) => {
      const question = texts[language]
      return (question && read(question)) ?? ''
    }
    return { ar: of('ar'), fr: of('fr'), en: of('en') }
  }
  return {
    id: freeId(first.name, ids),
    kind: first.kind,
    objective: slugOf(first.category.split('/').at(-1) ?? '') ?? 'objective',
    stem: each(({ stem }) => stem),
    ...answersOf(first, each),
    explanation: each(({ explanation }) => explanation),
    cites: [],
    reread: '',
  }
}

type Each = (read: (question: ImportedQuestion) => string | undefined) => Draft
type Answers = Pick<DraftQuestion, 'prompts' | 'options' | 'correct'>

function answersOf(first: ImportedQuestion, each: Each): Answers {
  if (first.kind === 'true-false') {
    const option = (id: 'true' | 'false') => ({
      id,
      feedback: each((question) => (question.kind === 'true-false' ? question.feedback[id] : undefined)),
      cites: [],
    })
    return { options: [option('true'), option('false')], correct: [String(first.isTrue)] }
  }
  const part = (read: (option: ImportedOption) => string, at: number) =>
    each((question) => {
      const option = 'options' in question ? question.options[at] : undefined
      return option && read(option)
    })
  const options = first.options.map((_, at) => ({
    id: letter(at),
    text: part(({ text }) => text, at),
    feedback: part(({ feedback }) => feedback, at),
    cites: [],
  }))
  if (first.kind === 'ordering') return { options, correct: options.map(({ id }) => id) }
  if (first.kind !== 'matching') return { options, correct: first.correct.map(letter) }
  const prompts = first.prompts.map((_, at) => ({
    id: `p${at + 1}`,
    text: each((question) => ('prompts' in question ? question.prompts[at] : undefined)),
  }))
  const correct = Object.fromEntries(prompts.map(({ id }, at) => [id, letter(first.correct[at] ?? 0)]))
  return { prompts, options, correct }
}

const letter = (at: number) => String.fromCharCode(97 + at)

/** An unused id made from a name, with a number if the id is taken; `question` if the name has no Latin letters. */
function freeId(name: string, taken: Map<string, number>): string {
  const wanted = slugOf(name) ?? 'question'
  let number = taken.get(wanted) ?? 0
  let id = wanted
  do {
    number += 1
    id = number === 1 ? wanted : `${wanted}-${number}`
  } while (id !== wanted && taken.has(id))
  taken.set(wanted, number)
  taken.set(id, Math.max(1, taken.get(id) ?? 0))
  return id
}

/** In characters: a name in Moodle can be a whole sentence. */
const LONGEST_ID = 40

/** Null if the name contains no letter that an id may have. */
export function slugOf(name: string): string | null {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-|-$/g, '')
  return /[a-z]/.test(slug) ? slug : null
}
