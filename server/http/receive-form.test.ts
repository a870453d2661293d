import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { refusalsForTests } from '@/tests/support/refusals'
import { formReceiver } from './receive-form'
import { SiteResponse } from './site-response'

const BYTES = 16 * 1024

beforeAll(refusalsForTests)
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue()
})

/** A form of which the first half has arrived. */
function halfArrived() {
  const request = new IncomingMessage(new Socket())
  const length = { 'content-length': String(BYTES) }
  Object.assign(request, { method: 'POST', url: '/fr/sign-in', headers: length })
  request.push('a'.repeat(BYTES / 2))
  return { request, response: new SiteResponse(request), restArrives: () => arrive(request) }
}

async function arrive(request: IncomingMessage): Promise<void> {
  const ended = new Promise((resolve) => request.once('end', resolve))
  request.push('a'.repeat(BYTES / 2))
  request.push(null)
  await ended
}

it('does not hand over a form that was given up, though its last byte arrives before its connection ends', async () => {
  const receive = formReceiver({ total: BYTES, each: BYTES })
  const [first, second] = [halfArrived(), halfArrived()]
  const arrived: string[] = []
  receive(first.request, first.response, '203.0.113.7', () => arrived.push('first'))
  receive(second.request, second.response, '203.0.113.7', async (request) => {
    arrived.push(`second, ${(await buffer(request)).length} bytes`)
  })

  expect(first.response.statusCode).toBe(408)
  expect(first.response.writableEnded).toBe(true)
  await first.restArrives()
  await second.restArrives()
  await vi.waitFor(() => expect(arrived).toEqual([`second, ${BYTES} bytes`]))
})
