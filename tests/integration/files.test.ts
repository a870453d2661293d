import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { LARGEST_FILE_BYTES } from '@/domain/file/material-file'
import { db } from '@/server/db/client'
import { env } from '@/server/env'
import { keepFile, removeFile, removeUnused } from '@/server/file/keep-file'
import { sendFile } from '@/server/file/send-file'
import { onceInProcess } from '@/server/once-in-process'
import { clamd } from '@/tests/support/clamd'
import { pdfWith, picture, pptxParts, zipOf } from '@/tests/support/hostile-files'
import { motoIsThere, startMoto } from '@/tests/support/moto'
import { uploaded } from '@/tests/support/uploads'

const NOW = new Date()
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)
const given = { ...env() }
beforeEach(async () => {
  await db().storedFile.deleteMany()
})
afterEach(() => {
  Object.assign(env(), given)
  vi.restoreAllMocks()
})

async function keep(bytes: Uint8Array, name = 'عرض الندوة.pdf', now = NOW) {
  const { upload, discard } = await uploaded(bytes, name)
  try {
    return await keepFile(upload, now)
  } finally {
    await discard()
  }
}
async function kept(...given: Parameters<typeof keep>) {
  const found = await keep(...given)
  if (found.status !== 'kept') throw new Error(found.problem)
  return found.file
}
const rows = () => Promise.all([db().storedFile.count(), db().fileChunk.count()])
/** A PDF that no compression makes smaller. */
const largePdf = (bytes: number) => pdfWith('', [{ dictionary: '/Type /Metadata', data: randomBytes(bytes) }])

describe('a file in the database', () => {
  it('is kept in chunks, and comes back whole, to be saved under its Arabic name', async () => {
    const pdf = largePdf(1_000_000)
    const file = await kept(pdf)
    expect(await rows()).toEqual([1, 4])

    const sent = sendFile(file)
    expect(Buffer.from(await sent.arrayBuffer()).equals(pdf)).toBe(true)
    expect(Object.fromEntries(sent.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': `attachment; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent('عرض الندوة')}.pdf`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    })
  })

  it('may have 25 MB, and not one byte more', async () => {
    const pdf = largePdf(LARGEST_FILE_BYTES - 1200)
    const pad = (bytes: number) => Buffer.concat([pdf, Buffer.alloc(bytes - pdf.length, ' ')])
    expect(await keep(pad(LARGEST_FILE_BYTES + 1))).toEqual({ status: 'refused', problem: 'too-large' })
    expect(await rows()).toEqual([0, 0])
    expect((await kept(pad(LARGEST_FILE_BYTES))).bytes).toBe(LARGEST_FILE_BYTES)
  })

  it('breaks the download if a piece of it is missing or changed, instead of sending it as whole', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {})
    const file = await kept(largePdf(600_000))
    await db().fileChunk.updateMany({ where: { position: 1 }, data: { bytes: new Uint8Array(10) } })
    await expect(sendFile(file).arrayBuffer()).rejects.toThrow()
    await db().fileChunk.deleteMany({ where: { position: 1 } })
    await expect(sendFile(file).arrayBuffer()).rejects.toThrow()
  })

  it('gets the extension of its true type, whatever its name was', async () => {
    expect(await kept(await picture('png'), 'rapport.pdf')).toMatchObject({ type: 'png', name: 'rapport.pdf.png' })
    expect(await kept(zipOf(pptxParts()), 'عرض.PPTX')).toMatchObject({ type: 'pptx', name: 'عرض.pptx' })
  })
})

describe('a file that is refused', () => {
  it('leaves nothing behind, neither in the store nor on the disk', async () => {
    expect(await keep(Buffer.from('<svg onload="alert(1)"/>'), 'a.pdf')).toEqual({ status: 'refused', problem: 'type' })
    expect(await keep(pdfWith('/OpenAction << /S /JavaScript >>'))).toEqual({ status: 'refused', problem: 'active' })
    expect(await keep(Buffer.alloc(0), 'a.pdf')).toEqual({ status: 'refused', problem: 'empty' })
    expect(await rows()).toEqual([0, 0])
    expect(readdirSync(path.join(env().dataDir, 'uploads'))).toEqual([])
  })

  it('is one in which ClamAV finds a virus, or any while ClamAV does not answer', async () => {
    const daemon = await clamd()
    Object.assign(env(), { clamdUrl: daemon.url })
    const eicar = pdfWith('/X (X5O!P%@AP[4\\PZX54\\(P^\\)7CC\\)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*)')
    expect(await keep(eicar)).toEqual({ status: 'refused', problem: 'infected' })
    expect(await rows()).toEqual([0, 0])
    expect((await keep(pdfWith())).status).toBe('kept')
    daemon.close()

    vi.spyOn(console, 'log').mockImplementation(() => {})
    expect(await keep(pdfWith())).toEqual({ status: 'refused', problem: 'not-scanned' })
    expect((await rows())[0]).toBe(1)
  })
})

describe('the clean-up job', () => {
  it('removes what nothing has used for an hour, as after a server that was killed during an upload', async () => {
    const old = await kept(pdfWith(), 'a.pdf', hoursAgo(2))
    const young = await kept(pdfWith(), 'b.pdf')
    expect(await removeUnused(NOW)).toBe(true)
    expect(await db().storedFile.findMany({ select: { id: true } })).toEqual([{ id: young.id }])
    expect(await db().fileChunk.count({ where: { fileId: old.id } })).toBe(0)
  })
})

const hasMoto = motoIsThere()
if (!hasMoto) console.warn('Files in S3 are not tested: there is no moto (python3-moto, python3-flask-cors).')

describe.runIf(hasMoto)('a file in a store that speaks S3', () => {
  let moto: Awaited<ReturnType<typeof startMoto>>
  beforeAll(async () => {
    moto = await startMoto()
  })
  afterAll(() => moto.stop())
  beforeEach(() => Object.assign(env(), { s3: moto.settings }))

  it('is kept, comes back whole and is removed', async () => {
    const pdf = largePdf(6_000_000)
    const file = await kept(pdf)
    expect(await rows()).toEqual([1, 0])
    expect(await moto.keys()).toEqual([`materials/${file.id}`])
    expect(Buffer.from(await sendFile(file).arrayBuffer()).equals(pdf)).toBe(true)

    expect(await removeFile(file.id)).toBe(true)
    expect(await moto.keys()).toEqual([])
    expect(await rows()).toEqual([0, 0])
  })

  it('is read from where it was kept, also after the settings have changed', async () => {
    const inS3 = await kept(pdfWith())
    Object.assign(env(), { s3: null })
    const inDatabase = await kept(pdfWith())
    Object.assign(env(), { s3: moto.settings })
    for (const file of [inS3, inDatabase]) expect((await sendFile(file).arrayBuffer()).byteLength).toBe(file.bytes)
  })

  it('is refused while the store does not answer, and is removed once it does', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {})
    const file = await kept(pdfWith(), 'a.pdf', hoursAgo(2))
    const client = onceInProcess('s3', () => null)
    client.reset()
    Object.assign(env(), { s3: { ...moto.settings, endpoint: 'http://127.0.0.1:9' } })
    expect(await keep(pdfWith(), 'b.pdf', hoursAgo(2))).toEqual({ status: 'refused', problem: 'not-stored' })
    // A file that cannot be removed now keeps its row.
    expect(await removeUnused(NOW)).toBe(false)
    expect(await db().storedFile.count()).toBe(2)

    client.reset()
    Object.assign(env(), { s3: moto.settings })
    expect(await removeUnused(NOW)).toBe(true)
    expect(await db().storedFile.count()).toBe(0)
    expect(await moto.keys()).not.toContain(`materials/${file.id}`)
  })
})
