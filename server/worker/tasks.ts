import 'server-only'
/**
 * What the worker thread does: every parser of what somebody sends runs there. Each room declares its own tasks beside
 * their types (`declare module '…/worker/tasks'`), and `app/worker/main.ts` must do all of them.
 */
export interface Tasks {
  /** Reads what the next tasks of a kept thread need. */
  prepare: (_: null) => null
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
