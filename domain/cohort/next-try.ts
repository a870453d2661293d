/** Minutes after each failed try until the next; after the last one a letter has failed. Two days in all. */
export const WAITS_MINUTES = [1, 2, 5, 15, 30, 60, 120, 240, 480, 720, 1200] as const

/** How long a sender may hold a letter. Longer than a mail server's patience: after that it has died with it. */
export const HELD_MINUTES = 10

/** @param tries made so far, the failed one included. @returns null when it is given up. */
export function nextTry(tries: number, now: Date): Date | null {
  const minutes = WAITS_MINUTES[tries - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}
