import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { clamd } from '@/tests/support/clamd'
import { scanFile } from './scan-file'

const folder = mkdtempSync(path.join(tmpdir(), 'scan-'))
const file = path.join(folder, 'file')
const open: { close: () => unknown }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const started = async (...options: Parameters<typeof clamd>) => {
  const daemon = await clamd(...options)
  open.push(daemon)
  return daemon
}
const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'

describe('a file that ClamAV scans', () => {
  it('is sent whole, in pieces of known length', async () => {
    const daemon = await started()
    const bytes = Buffer.alloc(300_000, 'ab')
    writeFileSync(file, bytes)
    expect(await scanFile(file, daemon.url)).toBe('clean')
    expect(daemon.received[0]?.equals(bytes)).toBe(true)
  })

  it('is infected if the scanner says so, also through a socket of the machine', async () => {
    writeFileSync(file, EICAR)
    expect(await scanFile(file, (await started()).url)).toBe('infected')
    const socket = await started(path.join(folder, 'clamd.ctl'))
    expect(socket.url).toMatch(/^unix:/)
    expect(await scanFile(file, socket.url)).toBe('infected')
  })
})

describe('a file is not scanned', () => {
  const quiet = () => vi.spyOn(console, 'log').mockImplementation(() => {})

  it('if it exceeds the limit of the scanner, which hangs up', async () => {
    quiet()
    const daemon = await started(undefined, 1000)
    writeFileSync(file, Buffer.alloc(3_000_000))
    expect(await scanFile(file, daemon.url)).toBe('not-scanned')
  })

  it('if nobody listens, nobody answers, or the answer is strange', async () => {
    quiet()
    expect(await scanFile(file, `unix:${folder}/nobody`)).toBe('not-scanned')
    const silent = createServer(() => {}).listen(0)
    open.push(silent)
    expect(await scanFile(file, addressOf(silent), 50)).toBe('not-scanned')
    const rude = createServer((socket) => socket.destroy()).listen(0)
    open.push(rude)
    expect(await scanFile(file, addressOf(rude))).toBe('not-scanned')
    const strange = createServer((socket) => socket.end('stream: OK FOUND?\0')).listen(0)
    open.push(strange)
    expect(await scanFile(file, addressOf(strange))).toBe('not-scanned')
  })
})

const addressOf = (server: Server) => `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`
