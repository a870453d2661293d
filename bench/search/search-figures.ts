/** The cost of the search on a library several times as large as ours. */
export type SearchFigures = {
  times: number
  entries: number
  /** The number of different words in the index. */
  words: number
  /** Milliseconds from the entries to the finished index, in a new process. */
  buildMs: number
  /** Entries and index, in megabytes of the heap. */
  memoryMb: number
  /** The number of queries measured. */
  done: number
  /** Milliseconds per query. */
  p50: number
  p95: number
  /** Processor milliseconds per query. */
  cpu: number
}
