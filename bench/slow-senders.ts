import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { BenchSite } from './bench-site'
import { answerDeed } from './deeds/answer'
import { signInDeed } from './deeds/sign-in'
import { type Deed, percentile } from './load'
import { openVisitor } from './visitor'

const SENDERS = [0, 64, 500]
const SECONDS = 15
const FROM = '198.51.100.7'
const SLOW_BYTES = 1000

/** How sign-in and saving an answer fare while connections of one address each send a form slowly. Times in milliseconds. */
export type SlowSenderFigures = {
  senders: number
  what: 'sign-in' | 'answer'
  done: number
  failed: number
  p50: number
  longest: number
}

export async function measureSlowSenders(site: BenchSite): Promise<SlowSenderFigures[]> {
  const { visit, close } = openVisitor(site.port)
  const deeds = { 'sign-in': await signInDeed(site, visit), answer: answerDeed(site, visit) } as const
  const figures: SlowSenderFigures[] = []
  for (const senders of SENDERS) {
    const slow = await Promise.all(Array.from({ length: senders }, () => beginForm(site.port)))
    const dripping = setInterval(() => {
      for (const socket of slow) if (socket.writable) socket.write('e')
    }, 1000)
    const measured = Object.entries(deeds) as [SlowSenderFigures['what'], Deed][]
    figures.push(
      ...(await Promise.all(measured.map(async ([what, deed]) => ({ senders, what, ...(await repeatFor(deed)) })))),
    )
    clearInterval(dripping)
    for (const socket of slow) socket.destroy()
  }
  close()
  return figures
}

/** One after the other, until the time is over. */
async function repeatFor(deed: Deed): Promise<Pick<SlowSenderFigures, 'done' | 'failed' | 'p50' | 'longest'>> {
  const took: number[] = []
  let failed = 0
  const ends = performance.now() + SECONDS * 1000
  while (performance.now() < ends) {
    const began = performance.now()
    await deed().catch(() => {
      failed++
    })
    took.push(performance.now() - began)
  }
  return { done: took.length, failed, p50: percentile(took, 0.5), longest: percentile(took, 1) }
}

async function beginForm(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  await once(socket, 'connect')
  const lines = ['POST /fr/sign-in HTTP/1.1', `Host: localhost:${port}`, `X-Forwarded-For: ${FROM}`]
  socket.write([...lines, `Content-Length: ${SLOW_BYTES}`, '', ''].join('\r\n'))
  return socket.resume()
}
