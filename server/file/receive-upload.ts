import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { AppError } from '@/domain/errors'
import { env } from '../env'

/** An uploaded file on the disk of this machine, until the request is over. */
export type Upload = {
  path: string
  /** The name that the browser sent. */
  name: string
  bytes: number
  /** SHA-256, in hexadecimal. */
  hash: string
  /** It is longer than the limit, and was cut there. */
  cut: boolean
}
/** `discard` removes the file; call it when the request is over, however it ended. */
export type ReceivedForm = { form: FormData; upload: Upload | null; discard: () => Promise<void> }

const LONGEST_FIELD = 64 * 1024
const MOST_FIELDS = 50
/** Far more than any request takes. */
const OLD_MS = 3_600_000

/**
 * Reads a form with one file, which is written to the disk as it arrives. The other fields are returned in `form`.
 *
 * @param limit of the file, in bytes. @throws {AppError} invalid-input: the form is malformed or was cut off; its file
 * has been removed
 */
export async function receiveUpload(request: Request, limit: number): Promise<ReceivedForm> {
  const folder = path.join(env().dataDir, 'uploads')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeOld(folder)
  const place = path.join(folder, randomUUID())
  const discard = () => rm(place, { force: true })
  try {
    return { ...(await parse(request, place, limit)), discard }
  } catch (error) {
    await discard()
    if (error instanceof DiskError) throw error.cause
    throw new AppError('invalid-input', 'malformed form with a file')
  }
}

class DiskError extends Error {}

async function parse(request: Request, place: string, limit: number) {
  const form = new FormData()
  const type = request.headers.get('content-type') ?? ''
  const parser = new Busboy({
    headers: { 'content-type': type },
    // One byte more than allowed tells a file that is too long from one that fits.
    limits: { fieldSize: LONGEST_FIELD, fields: MOST_FIELDS, files: 1, fileSize: limit + 1 },
  })
  const saving: Promise<Upload>[] = []
  let more = false
  const stopped = new AbortController()
  const { signal } = stopped
  parser.on('field', (name, value, nameCut, valueCut) => {
    more ||= nameCut || valueCut
    form.append(name, value)
  })
  parser.on('file', (_, stream, name) => {
    const saved = save(stream, place, { name, limit, signal })
    saved.catch(() => stopped.abort())
    saving.push(saved)
  })
  const tooMuch = () => {
    more = true
  }
  parser.on('fieldsLimit', tooMuch).on('filesLimit', tooMuch)
  const body = (request.body ?? new Response('').body) as ReadableStream<Uint8Array>
  try {
    await pipeline(Readable.fromWeb(body), parser, { signal })
  } catch (error) {
    stopped.abort()
    // If the file could not be saved, that is the cause.
    await Promise.all(saving)
    throw error
  }
  const [upload] = await Promise.all(saving)
  if (more) throw new Error('more than the form has')
  // A browser sends a field without a file as a file without a name.
  return { form, upload: upload && (upload.bytes > 0 || upload.name) ? upload : null }
}

type Saving = { name: string | undefined; limit: number; signal: AbortSignal }

async function save(stream: Readable, place: string, { name = '', limit, signal }: Saving): Promise<Upload> {
  const hash = createHash('sha256')
  let bytes = 0
  const counted = new Transform({
    transform(piece: Buffer, _, done) {
      hash.update(piece)
      bytes += piece.length
      done(null, piece)
    },
  })
  try {
    await pipeline(stream, counted, createWriteStream(place, { mode: 0o600, flags: 'wx' }), { signal })
  } catch (cause) {
    throw isOfDisk(cause) ? new DiskError('disk', { cause }) : cause
  }
  return { path: place, name, bytes, hash: hash.digest('hex'), cut: bytes > limit }
}

/** An error of the disk, such as a full one, is an error of the server, not of the form. */
const isOfDisk = (error: unknown) =>
  error instanceof Error && 'syscall' in error && ['open', 'write', 'close'].includes(String(error.syscall))

/** Removes the files that a killed server has left behind. */
async function removeOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name)
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (mtimeMs < Date.now() - OLD_MS) await rm(file, { force: true })
  }
}
