import 'server-only'
import { deadLink } from '@/domain/course/checks/dead-link'
import type { Finding } from '@/domain/course/checks/finding'
import type { FilesInMemory } from '../content/disk'
import { library } from '../content/library'
import { readCourse } from '../content/read-course'
import { readLesson } from '../content/read-lesson'
import type { TypedText } from './checking/typed-text'

/**
 * Removes the findings about links whose target lesson exists. A text is checked without the other lessons, since
 * reading them takes seconds. Only the lessons that a finding names are read here.
 *
 * @param after the files of the text with the change.
 */
export function withoutLiveLinks(findings: readonly Finding[], text: TypedText, after: FilesInMemory): Finding[] {
  const found = findings.filter(({ check }) => check === 'dead-link')
  const { files, outline, key } = text
  if (found.length === 0 || !outline) return [...findings]
  const { course } = readCourse(after, key.id.split('/')[0] ?? '')
  const named = outline.filter(
    (id) => course.lessons.every((lesson) => lesson.id !== id) && found.some(({ message }) => message.includes(id)),
  )
  const others = named.map((id) => readLesson(files, `${course.path}/${id}`).lesson)
  const nameOf = ({ path, line, message }: Pick<Finding, 'path' | 'line' | 'message'>) => `${path}:${line} ${message}`
  const dead = new Set(deadLink({ ...course, lessons: [...course.lessons, ...others] }, library()).map(nameOf))
  return findings.filter((finding) => finding.check !== 'dead-link' || dead.has(nameOf(finding)))
}
