import type { CDPSession, Page } from '@playwright/test'

export type Sent = { url: string; type: string; bytes: number }

/** Counts what a page costs over the wire, as the browser receives it: heads, compression and all. */
export async function countBytes(page: Page): Promise<{ sent: Sent[]; session: CDPSession }> {
  const session = await page.context().newCDPSession(page)
  const sent = new Map<string, Sent>()
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    sent.set(requestId, { url: response.url, type, bytes: 0 })
  })
  const all: Sent[] = []
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = sent.get(requestId)
    if (one) all.push({ ...one, bytes: encodedDataLength })
  })
  await session.send('Network.enable')
  return { sent: all, session }
}

export function total(sent: readonly Sent[], type?: string): number {
  return sent.filter((one) => type === undefined || one.type === type).reduce((sum, { bytes }) => sum + bytes, 0)
}
