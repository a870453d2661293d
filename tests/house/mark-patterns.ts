import { DIRECTIVES } from '@/domain/text/marks'
import type { SourceFile } from './files-in'

/**
 * An escaped bracket or brace after the name of a mark: the sign of a regular expression that parses the mark itself,
 * and recognises only some of its spellings.
 */
const PATTERN = new RegExp(
  `\\b(?:${Object.values(DIRECTIVES).flat().join('|')})(?:\\\\+[[{]|\\[\\[\\{\\]|\\[\\{\\[\\])`,
)

/**
 * The lines of a file that parse a mark with a regular expression instead of using the tree of
 * `domain/text/markdown.ts`.
 */
export function markPatterns({ file, text }: SourceFile): string[] {
  return text.split('\n').flatMap((line, index) => (PATTERN.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : []))
}
