// The integration tests get this module as `next/server` (vitest.config.ts): they call route handlers directly, and
// outside of Next nothing runs after a response.

let waiting: (() => unknown)[] = []

export function after(work: () => unknown): void {
  waiting.push(work)
}

/** Does the work that the responses so far have left for later. */
export async function doLaterWork(): Promise<void> {
  const due = waiting
  waiting = []
  await Promise.all(due.map((work) => work()))
}

export function dropLaterWork(): void {
  waiting = []
}
