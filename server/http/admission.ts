import 'server-only'
import type { IncomingMessage } from 'node:http'

/** How many requests of a kind are handled at once, and how many more may wait for a place. */
type Ceiling = { atOnce: number; waiting: number }
type Ceilings = { read: Ceiling; write: Ceiling }

const SITE: Ceilings = {
  // A page is mostly processor time: more at once makes each slower, holds more memory, and waits for the same few connections
  // to the database.
  read: { atOnce: 16, waiting: 1000 },
  // A place is held while the body arrives, however slow its sender's network is.
  write: { atOnce: 64, waiting: 1000 },
}
/** What keeps one core and its connections to the database at work. */
const LEAST = { read: 8, write: 16 }
/** A reader waits this long for a page without leaving. */
const PATIENCE_MS = 8000
/** A request whose client has gone holds its place until its handler ends, but no longer than this. */
const GONE_MS = 15_000

/** What costs next to nothing, and the question whether the site is up, which matters most when it is busy. */
const ALWAYS = /^\/(api\/health|robots\.txt)$/

/** The site's ceilings divided among its workers, of which each still gets what keeps a core at work. */
export function ceilingsFor(workers: number): Ceilings {
  const share = ({ atOnce, waiting }: Ceiling, least: number) => ({
    atOnce: Math.max(least, Math.ceil(atOnce / workers)),
    waiting: Math.ceil(waiting / workers),
  })
  return { read: share(SITE.read, LEAST.read), write: share(SITE.write, LEAST.write) }
}

type Outcome = { handle: () => unknown; refuse: () => void }
type Asked = Pick<IncomingMessage, 'url' | 'method'>
type Answer = { writableFinished: boolean; once: (event: 'close', listener: () => void) => unknown }

/**
 * Admission control: requests beyond the ceilings wait in turn, and those that have waited too long are refused, so that the
 * ones at work are finished rather than all of them delayed without end.
 *
 * @returns a function of a request and its response. It calls `handle` now or later, or `refuse` instead; neither when the
 * client has gone meanwhile.
 */
export function admission(ceilings: Ceilings, patienceMs = PATIENCE_MS) {
  const queues = { read: queueOf(ceilings.read, patienceMs), write: queueOf(ceilings.write, patienceMs) }

  return ({ url = '', method }: Asked, response: Answer, outcome: Outcome): void => {
    if (ALWAYS.test(url.split('?')[0] ?? '')) outcome.handle()
    else queues[method === 'GET' || method === 'HEAD' ? 'read' : 'write'](response, outcome)
  }
}

type Entry = { response: Answer; handle: Outcome['handle']; timer?: NodeJS.Timeout }

function queueOf({ atOnce, waiting }: Ceiling, patienceMs: number) {
  const line = new Set<Entry>()
  let atWork = 0

  const leave = (entry: Entry) => {
    clearTimeout(entry.timer)
    return line.delete(entry)
  }
  const next = () => {
    const [first] = line
    if (first === undefined || atWork >= atOnce) return
    leave(first)
    work(first)
  }
  const work = ({ response, handle }: Entry) => {
    atWork += 1
    const handled = Promise.resolve(handle())
    response.once('close', async () => {
      if (!response.writableFinished) await settled(handled)
      atWork -= 1
      next()
    })
  }

  return (response: Answer, { handle, refuse }: Outcome) => {
    const entry: Entry = { response, handle }
    if (atWork < atOnce) return work(entry)
    if (line.size >= waiting) return refuse()
    entry.timer = setTimeout(() => leave(entry) && refuse(), patienceMs)
    response.once('close', () => leave(entry))
    line.add(entry)
  }
}

/** Waits until a promise settles, but not for ever. */
async function settled(promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, GONE_MS)
  })
  await Promise.race([promise.catch(() => {}), limit])
  clearTimeout(timer)
}
