/**
 * The database's clock, as far as the page knows it: the time at which it was made, and the time since it arrived. It
 * arrived with its first byte, since this script may come much later.
 *
 * The time since then is the longer of two measurements. The computer's clock may be set back while a question is open,
 * and a new answer would seem older than the stored one; the browser's stopwatch may stand still while the computer
 * sleeps. A time in the future does no harm, since the server takes its own instead.
 *
 * @param madeAt when the page was made, in ms since 1970 by the database's clock.
 */
export function serverClock(madeAt: number): () => number {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const arrived = page?.responseStart ?? performance.now()
  const arrivedAt = performance.timeOrigin + arrived
  return () => madeAt + Math.round(Math.max(performance.now() - arrived, Date.now() - arrivedAt))
}
