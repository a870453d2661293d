// A separate process for each size of the library, so that its memory can be measured and its code is cold when the
// index is built.
import { lessonEntries } from '@/domain/course/lesson-entries'
import { answerBook } from '@/domain/library/find-answers'
import { libraryEntries } from '@/domain/library/library-entries'
import { phraseBook } from '@/domain/library/phrase-book'
import { stopOnSignals } from '@/scripts/run'
import { search } from '@/server/library/search'
import { indexOf } from '@/server/library/search-index'
import { searchQuestions } from '@/tests/support/search-questions'
import { shippedContent } from '@/tests/support/shipped-content'
import { percentile, repeat } from '../load'
import { inTurn } from '../people'
import { grownEntries, grownTerms } from './grow-library'
import type { SearchFigures } from './search-figures'

/** As many results as the page shows. */
const SHOWN = 40

stopOnSignals()
const [times = 1, seconds = 1] = process.argv.slice(2).map(Number)
process.send?.(await figures())
process.disconnect?.()

async function figures(): Promise<SearchFigures> {
  const content = shippedContent()
  const before = heapMb()
  const entries = grownEntries([...libraryEntries(content.library), ...lessonEntries(content.courses)], times)
  const { questions, terms: ours } = content.library
  const terms = grownTerms(Object.values(ours), times)
  const began = performance.now()
  const index = indexOf(entries, phraseBook(terms, questions), answerBook(questions, ours))
  const buildMs = performance.now() - began
  const memoryMb = heapMb() - before

  const question = inTurn(searchQuestions)
  const deed = async () => Boolean(search(index, { ...question(), limit: SHOWN }))
  await repeat(deed, 1, seconds)
  const cpuBefore = process.cpuUsage()
  const took = await repeat(deed, 1, seconds)
  const { user, system } = process.cpuUsage(cpuBefore)
  return {
    times,
    entries: entries.length,
    words: index.words.termCount,
    buildMs,
    memoryMb,
    done: took.length,
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
    cpu: (user + system) / 1000 / took.length,
  }
}

/** The heap that is still in use. */
function heapMb(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1024 ** 2
}
