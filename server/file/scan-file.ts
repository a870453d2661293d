import 'server-only'
import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { log, reasonOf } from '../log'

export type Scanned = 'clean' | 'infected' | 'not-scanned'

/** Less than the minute for which a proxy in front waits. */
const PATIENCE_MS = 45_000
const PIECE_BYTES = 64 * 1024

/**
 * Has ClamAV's daemon scan a file: its INSTREAM command takes the bytes in pieces, each after its length, and ends with
 * a length of zero.
 *
 * @param url tcp://host:port, or unix:/path. @see https://docs.clamav.net/manual/Usage/Scanning.html#clamd
 */
export async function scanFile(path: string, url: string, patienceMs = PATIENCE_MS): Promise<Scanned> {
  const socket = connected(url)
  try {
    const answer = answerOf(socket, patienceMs)
    // The daemon answers and hangs up before the end if the file is too long for it.
    await Promise.race([send(socket, path), answer])
    return verdict(await answer)
  } catch (error) {
    log('scan-failed', { reason: reasonOf(error) })
    return 'not-scanned'
  } finally {
    socket.destroy()
  }
}

function connected(url: string): Socket {
  const { protocol, hostname, port, pathname } = new URL(url)
  if (protocol === 'unix:') return connect({ path: pathname })
  return connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) })
}

async function send(socket: Socket, path: string): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    if (socket.destroyed) return
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    socket.write(length)
    await new Promise((resolve) => socket.write(piece, resolve))
  }
  socket.write(Buffer.alloc(4))
}

/** The daemon's one-line answer, without the null byte that ends it. */
function answerOf(socket: Socket, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let line = ''
    const timer = setTimeout(() => reject(new Error('timeout')), patienceMs)
    socket.on('data', (piece) => {
      line += piece.toString('latin1')
      if (line.includes('\0')) resolve(line.slice(0, line.indexOf('\0')))
    })
    socket.on('error', reject)
    socket.on('close', () => {
      clearTimeout(timer)
      reject(new Error('closed'))
    })
  })
}

function verdict(answer: string): Scanned {
  if (answer === 'stream: OK') return 'clean'
  if (/^stream: .+ FOUND$/.test(answer)) return 'infected'
  log('scan-failed', { reason: 'answer' })
  return 'not-scanned'
}
