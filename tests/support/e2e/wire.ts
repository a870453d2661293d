import { type CDPSession, expect, type Page } from '@playwright/test'

export type Sent = { url: string; type: string; bytes: number }

/**
 * Counts the bytes of a page over the wire as the browser receives them, with headers and compression. `allArrived`
 * waits for every request of the current page; what a page before it did not receive is neither counted nor awaited.
 */
export async function countBytes(
  page: Page,
): Promise<{ sent: Sent[]; session: CDPSession; allArrived: () => Promise<void> }> {
  const session = await page.context().newCDPSession(page)
  const answered = new Map<string, Sent>()
  const underWay = new Map<string, { url: string; document: string }>()
  let current = ''
  session.on('Network.requestWillBeSent', ({ requestId, loaderId, type, request }) => {
    // The request for a document has the id of the document itself.
    if (type === 'Document' && requestId === loaderId && loaderId !== current) {
      current = loaderId
      answered.clear()
    }
    // The browser may cancel these requests without an event: the icon, and a form's check that the site is reachable.
    if (!/\/(icon\.svg|api\/health)$/.test(request.url))
      underWay.set(requestId, { url: request.url, document: loaderId })
  })
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    answered.set(requestId, { url: response.url, type, bytes: 0 })
  })
  const all: Sent[] = []
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = answered.get(requestId)
    if (one) all.push({ ...one, bytes: encodedDataLength })
    underWay.delete(requestId)
  })
  session.on('Network.loadingFailed', ({ requestId }) => underWay.delete(requestId))
  await session.send('Network.enable')
  // When a page is left, the browser may cancel its requests without an event: only those of the current page count.
  const missing = () => [...underWay.values()].filter((each) => each.document === current).map(({ url }) => url)
  return { sent: all, session, allArrived: () => expect.poll(missing).toEqual([]) }
}

export function total(sent: readonly Sent[], type?: string): number {
  return sent.filter((one) => type === undefined || one.type === type).reduce((sum, { bytes }) => sum + bytes, 0)
}
