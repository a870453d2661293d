import 'server-only'
import { parse } from 'yaml'
import { LOCALES, type Locale } from '@/domain/locale'
import { listFolders, type Root, readText } from '../../content/disk'
import { splitFrontMatter } from '../../content/read-prose'

/** A language file that a lesson or an invented file lacks. */
export type MissingTranslation = {
  kind: 'lesson' | 'case'
  /** The id of the lesson or the invented file within its course. */
  id: string
  language: Locale
  path: string
  /** The revision of the existing text: a translation with the same revision is up to date. */
  revision: number
  /** The text in another language. The translation must have the same blocks and marks. */
  model: string
}

/** The lessons and invented files of a course that lack a language. */
export function missingTranslations(root: Root, courseId: string): MissingTranslation[] {
  const course = `courses/${courseId}`
  const folders = listFolders(root, course).filter((name) => !['bank', 'cases', 'second'].includes(name))
  const lessons = folders.flatMap((id) => missingIn(root, `${course}/${id}`, { kind: 'lesson', id }))
  const cases = listFolders(root, `${course}/cases`)
  return [...lessons, ...cases.flatMap((id) => missingIn(root, `${course}/cases/${id}`, { kind: 'case', id }))]
}

function missingIn(root: Root, folder: string, of: Pick<MissingTranslation, 'kind' | 'id'>): MissingTranslation[] {
  const texts = LOCALES.map((language) => ({ language, text: readText(root, `${folder}/${language}.md`) }))
  const model = texts.find(({ text }) => text !== null)?.text
  if (model === undefined || model === null) return []
  const revision = revisionIn(readText(root, `${folder}/${of.kind}.yaml`) ?? '')
  return texts
    .filter(({ text }) => text === null)
    .map(({ language }) => ({
      ...of,
      language,
      path: `${folder}/${language}.md`,
      revision,
      model: splitFrontMatter(model).body.trimStart(),
    }))
}

/** The revision that the file states; 1 if it states none, which the checks then report. */
function revisionIn(file: string): number {
  try {
    const { revision } = Object(parse(file)) as { revision?: unknown }
    return typeof revision === 'number' && Number.isInteger(revision) && revision > 0 ? revision : 1
  } catch {
    return 1
  }
}
