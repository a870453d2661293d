import 'server-only'
import { compareTexts } from '@/domain/editorial/compare-texts'
import type { FileChange } from '@/domain/editorial/proposal'
import { sourcesOf } from '@/domain/editorial/source-blocks'
import { splitFrontMatter } from '../../content/read-prose'
import { type ComparedWords, withWords } from '../shown'

export type FileToCompare = Pick<FileChange, 'path' | 'base' | 'text'>
export type ComparedFile = { path: string; comparison: ComparedWords }

/**
 * What changes in files, block by block of Markdown and line by line of the rest, with the words of each change. It may
 * take long: a worker runs it.
 */
export function compareFiles(files: readonly FileToCompare[]): ComparedFile[] {
  return files.map(({ path, base, text }) => ({
    path,
    comparison: withWords(compareTexts(piecesOf(path, base), piecesOf(path, text))),
  }))
}

function piecesOf(path: string, file: string) {
  const pieces = path.endsWith('.md')
    ? sourcesOf(splitFrontMatter(file).body, path.includes('/cases/') ? 'case' : 'lesson')
    : file.split('\n').filter((line) => line.trim() !== '')
  return pieces.map((text, place) => ({ id: `b${place}`, kind: 'passage' as const, fields: [{ key: '', text }] }))
}
