import 'server-only'
import type { Finding } from '@/domain/course/checks/finding'
import type { CourseSource } from '@/domain/course/checks/source'
import { courseFileSchema, examFileSchema } from '@/domain/course/course'
import { listFiles, listFolders, type Root, readText } from './disk'
import { localizedTexts, runsOf } from './localized-texts'
import { parseSource } from './parse-source'
import { readLesson } from './read-lesson'
import { readQuestions } from './read-questions'
import { readYaml } from './read-yaml'

export type CourseTexts = { course: CourseSource; findings: readonly Finding[] }

/** Folders of a course that are no lessons. */
const OTHER_FOLDERS = new Set(['bank', 'cases'])

export function listCourses(root: Root): string[] {
  return listFolders(root, 'courses')
}

/** Reads a course's folder: everything the checks look at, and what could not be read. */
export function readCourse(root: Root, courseId: string): CourseTexts {
  const path = `courses/${courseId}`
  const yaml = readYaml(`${path}/course.yaml`, readText(root, `${path}/course.yaml`) ?? '')
  const file = parseSource(courseFileSchema, yaml)
  const exam = parseSource(examFileSchema, readYaml(`${path}/exam.yaml`, readText(root, `${path}/exam.yaml`) ?? ''))
  const folders = listFolders(root, path).filter((name) => !OTHER_FOLDERS.has(name))
  const lessons = folders.map((name) => readLesson(root, `${path}/${name}`))
  const bank = listFiles(root, `${path}/bank`, '.yaml').map((name) =>
    readQuestions(name, readText(root, name) ?? '', null),
  )
  const questions = [...lessons.flatMap((lesson) => lesson.questions ?? []), ...bank]
  const proses = lessons.flatMap(({ lesson }) => Object.values(lesson.prose))
  const localized = localizedTexts(yaml)
  const course: CourseSource = {
    path,
    file: file.source,
    exam: exam.source,
    lessons: lessons.map(({ lesson }) => lesson),
    bank: bank.flatMap((each) => each.questions),
    localized: [
      ...localized,
      ...lessons.flatMap((each) => each.localized),
      ...questions.flatMap((each) => each.localized),
    ],
    texts: [
      ...runsOf(yaml, localized),
      ...lessons.flatMap(({ texts }) => texts),
      ...questions.flatMap(({ texts }) => texts),
    ],
    citations: [
      ...proses.flatMap(({ citations }) => citations),
      ...proses.flatMap(({ laws }) =>
        laws.flatMap(({ cites, ...place }) =>
          cites.map((id) => ({ ...place, id, locale: null, label: null, inCase: false })),
        ),
      ),
      ...questions.flatMap(({ citations }) => citations),
    ],
    unknown: [...proses.flatMap(({ unknown }) => unknown), ...questions.flatMap(({ unknown }) => unknown)],
    files: new Set(folders.flatMap((name) => listFiles(root, `${path}/${name}`))),
  }
  const read = [file, exam, ...lessons, ...questions]
  return { course, findings: read.flatMap(({ findings }) => findings) }
}
