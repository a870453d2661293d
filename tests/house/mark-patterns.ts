import { DIRECTIVES } from '@/domain/course/marks'
import type { SourceFile } from './files-in'

/** An escaped bracket or brace after the name of a mark: a pattern that reads the mark by itself, and some of its spellings only. */
const PATTERN = new RegExp(
  `\\b(?:${Object.values(DIRECTIVES).flat().join('|')})(?:\\\\+[[{]|\\[\\[\\{\\]|\\[\\{\\[\\])`,
)

/** The lines of a file that read a mark by a pattern instead of from the tree of `domain/course/markdown.ts`. */
export function markPatterns({ file, text }: SourceFile): string[] {
  return text.split('\n').flatMap((line, index) => (PATTERN.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : []))
}
