/** Minutes from each failed try to the next. After the last one the letter has failed. Two days in all. */
export const WAITS_MINUTES = [1, 2, 5, 15, 30, 60, 120, 240, 480, 720, 1200] as const

/** How long a sender may lock a letter. Longer than any mail server's timeout: after that, the sender has crashed. */
export const HELD_MINUTES = 10

/** @param tries made so far, the failed one included. @returns null if the letter is given up. */
export function nextTry(tries: number, now: Date): Date | null {
  const minutes = WAITS_MINUTES[tries - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}
