import { type AddressInfo, createServer, type Socket } from 'node:net'

/**
 * A stand-in for ClamAV's daemon that speaks INSTREAM and knows one virus, the harmless test file that all scanners
 * know.
 *
 * @param path of a socket; without one it listens on a port. @param longest in bytes, like its StreamMaxLength
 */
export async function clamd(path?: string, longest = 100_000_000) {
  const received: Buffer[] = []
  const server = createServer((socket) => {
    answer(socket, received, longest).catch(() => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(path ? { path } : { port: 0, host: '127.0.0.1' }, resolve))
  const url = path ? `unix:${path}` : `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, received, close: () => server.close() }
}

const COMMAND = 'zINSTREAM\0'

async function answer(socket: Socket, received: Buffer[], longest: number): Promise<void> {
  let bytes = Buffer.alloc(0)
  const pieces: Buffer[] = []
  let begun = false
  for await (const piece of socket as AsyncIterable<Buffer>) {
    bytes = Buffer.concat([bytes, piece])
    if (!begun && bytes.length >= COMMAND.length) {
      if (bytes.toString('latin1', 0, COMMAND.length) !== COMMAND) return void socket.end('UNKNOWN COMMAND\0')
      bytes = bytes.subarray(COMMAND.length)
      begun = true
    }
    while (begun && bytes.length >= 4) {
      const length = bytes.readUInt32BE()
      if (length === 0) return finish(socket, Buffer.concat(pieces), received)
      if (bytes.length < 4 + length) break
      pieces.push(bytes.subarray(4, 4 + length))
      bytes = bytes.subarray(4 + length)
      if (Buffer.concat(pieces).length > longest) return void socket.end('INSTREAM size limit exceeded. ERROR\0')
    }
  }
}

function finish(socket: Socket, file: Buffer, received: Buffer[]): void {
  received.push(file)
  socket.end(`stream: ${file.includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE') ? 'Eicar-Test-Signature FOUND' : 'OK'}\0`)
}
