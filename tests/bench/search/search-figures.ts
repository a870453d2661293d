/** What the search costs on a library so many times the size of ours. */
export type SearchFigures = {
  times: number
  entries: number
  /** Different words in the index. */
  words: number
  /** From the entries to the finished index, in a process that has just begun, in milliseconds. */
  buildMs: number
  /** Entries and index, in megabytes of the heap. */
  memoryMb: number
  /** Queries measured. */
  done: number
  /** Milliseconds a query. */
  p50: number
  p95: number
  /** Processor milliseconds a query. */
  cpu: number
}
