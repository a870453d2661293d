import 'server-only'
import type { Finding } from '@/domain/course/checks/finding'
import type { LessonSource, LocalizedText, TextRun } from '@/domain/course/checks/source'
import { lessonFileSchema } from '@/domain/course/course'
import { localizedView } from '@/domain/course/localized-view'
import { LOCALES, type Locale } from '@/domain/locale'
import { signoffSchema } from '@/domain/signoff/signoff'
import { contentHash } from './content-hash'
import { type Root, readText } from './disk'
import { localizedTexts, runsOf } from './localized-texts'
import { parseSource } from './parse-source'
import { readProse } from './read-prose'
import { type QuestionTexts, readQuestions } from './read-questions'
import { readYaml } from './read-yaml'

export type LessonTexts = {
  lesson: LessonSource
  questions: QuestionTexts | null
  localized: LocalizedText[]
  texts: TextRun[]
  findings: Finding[]
}

/** Reads the folder of one lesson. */
export function readLesson(root: Root, path: string): LessonTexts {
  const id = path.slice(path.lastIndexOf('/') + 1)
  const yaml = readYaml(`${path}/lesson.yaml`, readText(root, `${path}/lesson.yaml`) ?? '')
  const file = parseSource(lessonFileSchema, yaml)
  const signs = readYaml(`${path}/signoff.yaml`, readText(root, `${path}/signoff.yaml`) ?? '[]')
  const signoff = parseSource(signoffSchema, signs)
  const practice = readText(root, `${path}/practice.yaml`)
  const questions = practice === null ? null : readQuestions(`${path}/practice.yaml`, practice, id)
  const proses = LOCALES.flatMap((locale) => {
    const text = readText(root, `${path}/${locale}.md`)
    return text === null ? [] : [readProse(`${path}/${locale}.md`, locale, text)]
  })
  const localized = localizedTexts(yaml)
  const lesson: LessonSource = {
    id,
    path,
    file: file.source,
    prose: Object.fromEntries(proses.map(({ prose }) => [prose.locale, prose])),
    bodies: Object.fromEntries(proses.map(({ prose, body }) => [prose.locale, body])),
    practice: questions?.questions ?? [],
    signoff: signoff.source,
    hashes: {},
  }
  return {
    lesson: { ...lesson, hashes: hashesOf(lesson) },
    questions,
    localized,
    texts: [...runsOf(yaml, localized), ...proses.flatMap(({ prose }) => prose.texts)],
    findings: [...file.findings, ...signoff.findings, ...proses.flatMap(({ findings }) => findings)],
  }
}

/** What a sign-off of one language covers: the text, and the short texts and questions as that language shows them. */
function hashesOf({ file, practice, bodies }: LessonSource): Partial<Record<Locale, string>> {
  // The invented files and plans that practise the lesson are not signed: changing them keeps the sign-offs valid.
  const { files: _, ...signed } = file.value ?? {}
  const shared = { file: file.value && signed, practice: practice.map(({ value }) => value) }
  return Object.fromEntries(
    LOCALES.map((locale) => [locale, contentHash({ ...Object(localizedView(shared, locale)), body: bodies[locale] })]),
  )
}
