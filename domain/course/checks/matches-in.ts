import type { Place, TextRun } from './source'

export type Match = Place & { text: string }

/** Each match of a global pattern in the run, with its line number. */
export function matchesIn(run: TextRun, pattern: RegExp): Match[] {
  return [...run.text.matchAll(pattern)].map((match) => ({
    path: run.path,
    line: run.line + run.text.slice(0, match.index).split('\n').length - 1,
    text: match[0],
  }))
}
