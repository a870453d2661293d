import 'server-only'
import { stringify } from 'yaml'
import {
  type CheckedQuestion,
  type LessonHead,
  localizedOf,
  OPTION_IDS,
  type OptionId,
  objectivesOf,
} from '@/domain/editorial/new-text-forms'
import type { FileChange } from '@/domain/editorial/proposal'
import { withBlockAfter } from '@/domain/editorial/source-blocks'
import { LOCALES, type Locale } from '@/domain/locale'
import { type Root, readText } from '../../content/disk'
import { hashOfFile } from '../make-change'
import { withOutlineEntry } from './outline-entry'

/** Lines are not folded: a folded one is harder to compare. */
const asYaml = (value: unknown) => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })

/** The change that gives a file this text. `baseHash` is null if the file does not exist yet. */
export function changeOf(root: Root, path: string, text: string): FileChange {
  const base = readText(root, path)
  return { path, baseHash: base === null ? null : hashOfFile(base), base: base ?? '', text }
}

type LessonTexts = LessonHead & { practice: string } & Readonly<Record<`body.${Locale}`, string>>

/** The files of a new lesson, with its entry in the outline; null if the outline has changed meanwhile. */
export function lessonFiles(root: Root, courseId: string, lesson: LessonTexts): FileChange[] | null {
  const { lessonId, after, sensitive, practice } = lesson
  const course = `courses/${courseId}/course.yaml`
  const outline = withOutlineEntry(readText(root, course) ?? '', lessonId, after)
  if (outline === null) return null
  const file = {
    id: lessonId,
    title: localizedOf(lesson, 'title'),
    summary: localizedOf(lesson, 'summary'),
    revision: 1,
    sensitive: sensitive === 'yes',
    objectives: objectivesOf(lesson) ?? [],
  }
  const folder = `courses/${courseId}/${lessonId}`
  return [
    changeOf(root, course, outline),
    changeOf(root, `${folder}/lesson.yaml`, asYaml(file)),
    ...LOCALES.map((locale) => changeOf(root, `${folder}/${locale}.md`, withRevision(1, lesson[`body.${locale}`]))),
    changeOf(root, `${folder}/practice.yaml`, practice),
  ]
}

export function withRevision(revision: number, body: string): string {
  return `---\nrevision: ${revision}\n---\n\n${body}`
}

/** A question as its file holds it. Options that were left empty are omitted. */
function questionValue(written: CheckedQuestion): object {
  const { kind, objective, pattern, reread } = written
  const said: Readonly<Record<string, unknown>> = written
  const cites = (name: string) => said[name] as string[]
  const used = OPTION_IDS.filter((id) => isUsed(said, kind, id))
  const options = used.map((id) => ({
    id: idIn(kind, id),
    ...(kind !== 'true-false' && { text: localizedOf(said, `text-${id}`) }),
    feedback: localizedOf(said, `feedback-${id}`),
    cites: cites(`cites-${id}`),
  }))
  return {
    id: written.questionId,
    kind,
    objective,
    ...(pattern === 'yes' && { pattern: true }),
    stem: localizedOf(said, 'stem'),
    options,
    correct: used.filter((id) => written.correct.includes(id)).map((id) => idIn(kind, id)),
    explanation: localizedOf(said, 'explanation'),
    cites: written.cites,
    reread,
  }
}

/** A true-false question uses exactly the first two options; the other kinds use each option that has any text. */
function isUsed(said: Readonly<Record<string, unknown>>, kind: CheckedQuestion['kind'], id: OptionId): boolean {
  if (kind === 'true-false') return id === 'a' || id === 'b'
  const words = [localizedOf(said, `text-${id}`), localizedOf(said, `feedback-${id}`)]
  return words.some((text) => LOCALES.some((locale) => text[locale] !== ''))
}

function idIn(kind: CheckedQuestion['kind'], id: OptionId): string {
  if (kind !== 'true-false') return id
  return id === 'a' ? 'true' : 'false'
}

/** A list of questions with one more at its end. */
function withQuestion(file: string | null, question: object): string {
  const list = file === null || /^\s*(\[\s*\]\s*)?$/.test(file) ? '' : `${file.trimEnd()}\n`
  return list + asYaml([question])
}

/** The files of a lesson with one more practice question after a block of its text; null without such a block. */
export function practiceFiles(root: Root, folder: string, written: CheckedQuestion): FileChange[] | null {
  const practice = `${folder}/practice.yaml`
  const block = /^\d{1,4}$/.test(written.place) ? Number(written.place) : -1
  const texts = LOCALES.map((locale) => {
    const path = `${folder}/${locale}.md`
    const made = withBlockAfter(readText(root, path) ?? '', 'lesson', block, `::quiz{id="${written.questionId}"}`)
    return made === null ? null : changeOf(root, path, made)
  })
  const placed = texts.filter((change) => change !== null)
  if (placed.length < texts.length) return null
  return [changeOf(root, practice, withQuestion(readText(root, practice), questionValue(written))), ...placed]
}

/** A bank with one more question in a file of it; null if it has no such file. */
export function bankFiles(root: Root, files: readonly string[], written: CheckedQuestion): FileChange[] | null {
  const path = files.find((one) => one === written.place)
  return path === undefined ? null : [changeOf(root, path, withQuestion(readText(root, path), questionValue(written)))]
}
