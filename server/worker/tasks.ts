import 'server-only'
import type { Reading, ReadRoster, Reread } from '../cohort/import/roster'
import type { ComparedFile, FileToCompare } from '../editorial/checking/compare-files'
import type { ChangedText, CheckedText } from '../editorial/checking/typed-text'
import type { AskedChange, MadeChange } from '../editorial/make-change'
import type { Finding } from '../file/inspect/finding'
import type { Inspection } from '../file/inspect/inspect-document'

/** What the worker thread does: every parser of what somebody sends runs there. */
export type Tasks = {
  'read-roster': (reading: Reading) => ReadRoster | Reread
  'inspect-file': (inspection: Inspection) => Finding
  /** Reads what the next tasks of a kept thread need. */
  prepare: (_: null) => null
  'check-text': (changed: ChangedText) => CheckedText
  'make-change': (asked: AskedChange) => MadeChange
  'compare-files': (files: readonly FileToCompare[]) => ComparedFile[]
}
export type TaskName = keyof Tasks
export type Given<N extends TaskName> = Parameters<Tasks[N]>[0]
export type Made<N extends TaskName> = ReturnType<Tasks[N]>

/** The limit that a task met. `depth`: of nesting. `aliases`: YAML that repeats itself without end. */
export type Limit = 'time' | 'memory' | 'depth' | 'aliases'
export type Outcome<N extends TaskName> = { status: 'done'; made: Made<N> } | { status: 'limit'; limit: Limit }

/** What the main thread sends, and what the worker thread answers. */
export type Request = { name: TaskName; given: unknown }
export type Answer = { made: unknown } | { limit: Limit } | { error: unknown }
