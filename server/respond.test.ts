import { expect, it } from 'vitest'
import { z } from 'zod'
import { readJson, toErrorResponse } from './respond'

const schema = z.strictObject({ a: z.string() })
const JSON_TYPE = 'application/json; charset=utf-8'

function put(body: BodyInit, type = JSON_TYPE): Request {
  const init = { method: 'PUT', headers: { 'content-type': type }, body, duplex: 'half' }
  return new Request('http://localhost/', init)
}

it('reads a body that fits', async () => {
  expect(await readJson(put('{"a":"ش"}'), schema)).toEqual({ a: 'ش' })
  expect(await readJson(put('{"a":"x"}', 'Application/JSON'), schema)).toEqual({ a: 'x' })
})

it.each([
  ['cut off', '{"a":'],
  ['empty', ''],
  ['of another shape', '{"a":1}'],
  ['with more than it is asked for', '{"a":"x","b":1}'],
])('refuses a body that is %s', async (_, body) => {
  await expect(readJson(put(body), schema)).rejects.toMatchObject({ code: 'invalid-input' })
})

it('refuses a body whose type is not JSON', async () => {
  await expect(readJson(put('{"a":"x"}', 'text/plain'), schema)).rejects.toMatchObject({ code: 'invalid-input' })
})

it('counts bytes, not characters', async () => {
  const body = JSON.stringify({ a: 'ش'.repeat(9000) })

  await expect(readJson(put(body), schema)).rejects.toMatchObject({ code: 'too-large' })
})

it('stops reading a body that has no end', async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1
      controller.enqueue(new Uint8Array(4096))
    },
  })

  await expect(readJson(put(endless), schema)).rejects.toMatchObject({ code: 'too-large' })
  expect(sent).toBeLessThan(10)
})

it('turns a refusal into a status and a code, and lets a bug through', async () => {
  const refused = await toErrorResponse(async () => Response.json(await readJson(put('{'), schema)))
  expect([refused.status, await refused.json()]).toEqual([400, { code: 'invalid-input' }])

  await expect(toErrorResponse(() => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug')
})
