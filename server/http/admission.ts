import 'server-only'
import type { IncomingMessage } from 'node:http'

/** How many requests of a kind are handled at once, and how many more may wait for their turn. */
type Ceiling = { atOnce: number; waiting: number }
type Ceilings = { read: Ceiling; write: Ceiling }

const SITE: Ceilings = {
  // A page is mostly processor time: more at once would make each one slower, hold more memory, and wait for the same
  // few database connections.
  read: { atOnce: 16, waiting: 1000 },
  // A request holds its place while its body arrives, however slow the sender's network is.
  write: { atOnce: 64, waiting: 1000 },
}
/** Enough to keep one core and its database connections busy. */
const LEAST = { read: 8, write: 16 }
/** A reader waits this long for a page without leaving. */
const PATIENCE_MS = 8000
/** A request whose client has disconnected holds its place until its handler ends, but no longer than this. */
const GONE_MS = 15_000

/** Requests that cost next to nothing, and the health checks, which matter most when the site is busy. */
const ALWAYS = /^\/(api\/health(\/(live|ready))?|robots\.txt)$/

/** Divides the site's ceilings among its workers. Each worker gets at least enough to keep a core busy. */
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
 * Admission control: requests beyond the ceilings wait in turn, and are refused if they have waited too long, so that
 * the running ones are finished instead of all of them slowing down.
 *
 * @returns a function of a request and its response. It calls `handle`, now or later, or `refuse`; neither if the
 * client has disconnected meanwhile.
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
      // In a later turn of the event loop. Pages that wait for nothing would otherwise follow each other within one
      // turn, seconds long, in which no database connection, timer or health check is served.
      setImmediate(() => {
        atWork -= 1
        next()
      })
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

/** Waits until a promise settles, with a time limit. */
async function settled(promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, GONE_MS)
  })
  await Promise.race([promise.catch(() => {}), limit])
  clearTimeout(timer)
}
