import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { env } from '../env'
import { receiveUpload } from './receive-upload'

const folder = mkdtempSync(path.join(tmpdir(), 'upload-'))
const given = env().dataDir
const left = () => readdirSync(path.join(folder, 'uploads'))
beforeAll(() => Object.assign(env(), { dataDir: folder }))
afterAll(() => {
  Object.assign(env(), { dataDir: given })
  rmSync(folder, { recursive: true })
})
// Whatever happened, no file is left.
afterEach(() => expect(left()).toEqual([]))

const LIMIT = 1000

function formOf(fields: Record<string, string | File>): Request {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return new Request('http://localhost/x', { method: 'POST', body })
}
const file = (bytes: string | Uint8Array<ArrayBuffer>, name: string) => new File([bytes], name)

/** A form from the raw bytes of its body, which may be cut off or differ from what a browser would send. */
function raw(body: string | ReadableStream, boundary = 'b'): Request {
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  return new Request('http://localhost/x', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
}
const PART = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'

describe('a form with a file', () => {
  it('goes to the disk, with its name in any letters, its length and its hash', async () => {
    const bytes = new Uint8Array(700).fill(7)
    const { form, upload, discard } = await receiveUpload(
      formOf({ title: 'ندوة', file: file(bytes, 'عرض "1" é.pdf') }),
      LIMIT,
    )

    expect(form.get('title')).toBe('ندوة')
    expect(form.get('file')).toBeNull()
    expect(upload).toMatchObject({ bytes: 700, cut: false, hash: createHash('sha256').update(bytes).digest('hex') })
    expect(upload?.name).toMatch(/^عرض .1. é\.pdf$|^عرض %221%22 é\.pdf$/)
    expect(readFileSync(upload?.path ?? '')).toEqual(Buffer.from(bytes))
    await discard()
  })

  it('may have no file, or an empty one', async () => {
    const none = await receiveUpload(formOf({ title: 'x', file: file('', '') }), LIMIT)
    expect(none.upload).toBeNull()
    await none.discard()
    const empty = await receiveUpload(formOf({ file: file('', 'a.pdf') }), LIMIT)
    expect(empty.upload).toMatchObject({ bytes: 0, cut: false })
    await empty.discard()
  })

  it('is cut where the file is too long, and the fields after it are read', async () => {
    const exact = await receiveUpload(formOf({ file: file('x'.repeat(LIMIT), 'a.pdf') }), LIMIT)
    expect(exact.upload).toMatchObject({ bytes: LIMIT, cut: false })
    await exact.discard()
    const long = await receiveUpload(formOf({ file: file('x'.repeat(900_000), 'a.pdf'), after: 'y' }), LIMIT)
    expect(long.upload).toMatchObject({ cut: true })
    expect(long.form.get('after')).toBe('y')
    await long.discard()
  })
})

describe('a form that is not whole', () => {
  it.each([
    ['cut off in the file', `${PART}%PDF-1.7`],
    ['cut off in a head', '--b\r\nContent-Disposition: form-'],
    ['without a part', ''],
    ['with two files', `${PART}a\r\n${PART}b\r\n--b--\r\n`],
    [
      'with a field without end',
      `--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n${'x'.repeat(70_000)}\r\n--b--`,
    ],
  ])('%s is refused, and leaves nothing behind', async (_, body) => {
    await expect(receiveUpload(raw(body), LIMIT)).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('with another boundary than its own is refused', async () => {
    await expect(receiveUpload(raw(`${PART}a\r\n--b--`, 'c'), LIMIT)).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('because the sender has gone is refused', async () => {
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        sent += 1
        if (sent > 3) controller.error(new Error('aborted'))
        else controller.enqueue(new TextEncoder().encode(sent === 1 ? PART : 'x'.repeat(400)))
      },
    })
    await expect(receiveUpload(raw(body), LIMIT)).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

it('removes what a server that was killed has left behind, and nothing of requests under way', async () => {
  const [old, young] = ['old', 'young'].map((name) => path.join(folder, 'uploads', name))
  for (const name of [old, young]) writeFileSync(name ?? '', 'x')
  // The time of a new file is that of the machine, also where the clock of the tests is moved.
  utimesSync(young ?? '', new Date(), new Date())
  utimesSync(old ?? '', new Date(), new Date(Date.now() - 2 * 3_600_000))
  const { discard } = await receiveUpload(formOf({ a: 'b' }), LIMIT)
  await discard()
  expect(left()).toEqual(['young'])
  rmSync(young ?? '')
})
