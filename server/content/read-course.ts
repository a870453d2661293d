import 'server-only'
import { changeMarksSchema } from '@/domain/course/changes'
import type { Finding } from '@/domain/course/checks/finding'
import type { CourseSource, QuestionSource } from '@/domain/course/checks/source'
import { courseFileSchema, examFileSchema } from '@/domain/course/course'
import { lawChangesSchema } from '@/domain/course/law-changes'
import { localizedView } from '@/domain/course/localized-view'
import { VIDEO_ID } from '@/domain/course/video/video'
import { LOCALES } from '@/domain/locale'
import { memoize } from '@/domain/memoize'
import { signoffSchema } from '@/domain/signoff/signoff'
import { contentHash } from './content-hash'
import { hashOfFiles, listFiles, listFolders, type Root, readText } from './disk'
import { localizedTexts, runsOf } from './localized-texts'
import { parseSource } from './parse-source'
import { type CaseTexts, readCase } from './read-case'
import { readLesson } from './read-lesson'
import { readQuestions, readSecondForms } from './read-questions'
import { readYaml } from './read-yaml'
import { readVideo } from './videos'

export type CourseTexts = { course: CourseSource; findings: readonly Finding[] }

/** The folders of a course that are not lessons. */
const OTHER_FOLDERS = new Set(['bank', 'cases', 'second'])

export function listCourses(root: Root): string[] {
  return listFolders(root, 'courses')
}

/**
 * Reads the folder of a course: everything that the checks need, and what could not be read. The result is shared:
 * callers must not change it.
 */
export function readCourse(root: Root, courseId: string): CourseTexts {
  const read = readTexts(root, courseId)
  const ids = videosIn(read.course)
  if (ids.length === 0) return read
  const videos = Object.fromEntries(ids.map((id) => [id, readVideo(root, id)]))
  return { ...read, course: { ...read.course, videos } }
}

/** Twice the number of courses: each as it is, and as it was before a change. One takes about 2 MB. */
const readTexts = memoize(readTextsOf, {
  key: (root, courseId) => `${courseId} ${hashOfFiles(root, [`courses/${courseId}`])}`,
  limit: 12,
})

function readTextsOf(root: Root, courseId: string): CourseTexts {
  const path = `courses/${courseId}`
  const yaml = readYaml(`${path}/course.yaml`, readText(root, `${path}/course.yaml`) ?? '')
  const file = parseSource(courseFileSchema, yaml)
  const examText = readText(root, `${path}/exam.yaml`)
  const exam = examText === null ? null : parseSource(examFileSchema, readYaml(`${path}/exam.yaml`, examText))
  const folders = listFolders(root, path).filter((name) => !OTHER_FOLDERS.has(name))
  const lessons = folders.map((name) => readLesson(root, `${path}/${name}`))
  const signs = `${path}/bank/signoff.yaml`
  const bankSignoff = parseSource(signoffSchema, readYaml(signs, readText(root, signs) ?? '[]'))
  const marks = `${path}/changes.yaml`
  const changes = parseSource(changeMarksSchema, readYaml(marks, readText(root, marks) ?? '[]'))
  const lawMarks = `${path}/law-changes.yaml`
  const lawYaml = readYaml(lawMarks, readText(root, lawMarks) ?? '[]')
  const lawChanges = parseSource(lawChangesSchema, lawYaml)
  const lawTexts = localizedTexts(lawYaml)
  const bank = listFiles(root, `${path}/bank`, '.yaml')
    .filter((name) => name !== signs)
    .map((name) => readQuestions(name, readText(root, name) ?? '', null))
  const second = listFiles(root, `${path}/second`, '.yaml').map((name) =>
    readSecondForms(name, readText(root, name) ?? ''),
  )
  const cases = readCases(root, courseId)
  const questions = [...lessons.flatMap((lesson) => lesson.questions ?? []), ...bank, ...second]
  const proses = lessons.flatMap(({ lesson }) => Object.values(lesson.prose))
  const localized = localizedTexts(yaml)
  const course: CourseSource = {
    path,
    file: file.source,
    exam: exam?.source ?? null,
    lessons: lessons.map(({ lesson }) => lesson),
    bank: bank.flatMap((file) => file.questions),
    second: second.flatMap((file) => file.questions),
    cases: cases.map((read) => read.source),
    bankSignoff: bankSignoff.source,
    changes: changes.source,
    lawChanges: lawChanges.source,
    bankHashes: hashesOf(bank.flatMap((file) => file.questions)),
    localized: [
      ...localized,
      ...lawTexts,
      ...lessons.flatMap((lesson) => lesson.localized),
      ...questions.flatMap((question) => question.localized),
      ...cases.flatMap((read) => read.localized),
    ],
    texts: [
      ...runsOf(yaml, localized),
      ...runsOf(lawYaml, lawTexts),
      ...lessons.flatMap(({ texts }) => texts),
      ...questions.flatMap(({ texts }) => texts),
      ...cases.flatMap(({ texts }) => texts),
    ],
    citations: [
      ...proses.flatMap(({ citations }) => citations),
      ...proses.flatMap(({ laws }) =>
        laws.flatMap(({ cites, ...place }) =>
          cites.map((id) => ({ ...place, id, locale: null, label: null, inCase: false })),
        ),
      ),
      ...questions.flatMap(({ citations }) => citations),
      ...cases.flatMap(({ citations }) => citations),
    ],
    unknown: [...proses.flatMap(({ unknown }) => unknown), ...questions.flatMap(({ unknown }) => unknown)],
    files: new Set(folders.flatMap((name) => listFiles(root, `${path}/${name}`))),
    videos: {},
  }
  const read = [file, ...(exam ? [exam] : []), bankSignoff, changes, lawChanges, ...lessons, ...questions, ...cases]
  return { course, findings: read.flatMap(({ findings }) => findings) }
}

/** Reads the invented files of a course, without the rest of it. */
export function readCases(root: Root, courseId: string): CaseTexts[] {
  const folder = `courses/${courseId}/cases`
  return listFolders(root, folder).map((name) => readCase(root, `${folder}/${name}`))
}

/** The videos that the lessons name. An id of another form is left out: it could lead out of the folder of videos. */
function videosIn({ lessons }: CourseSource): string[] {
  const proses = lessons.flatMap(({ prose }) => Object.values(prose))
  const ids = proses.flatMap(({ videos }) => videos.map(({ id }) => id))
  return [...new Set(ids)].filter((id) => VIDEO_ID.test(id))
}

/** What a sign-off of the bank covers in one language: its questions as that language shows them. */
function hashesOf(bank: readonly QuestionSource[]): CourseSource['bankHashes'] {
  if (bank.length === 0) return {}
  const questions = bank.map(({ value }) => value)
  return Object.fromEntries(LOCALES.map((locale) => [locale, contentHash(localizedView(questions, locale))]))
}
