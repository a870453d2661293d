import { gzipSync } from 'node:zlib'
import { packedOnce } from './kept-files.mjs'
import { takesGzip } from './takes-gzip.mjs'

const TEXT = /^(text\/|image\/svg|application\/(javascript|manifest|[\w.+-]*json))/
// Below this, compressing costs more than the bytes it saves.
const SMALLEST = 1024
// A page costs half of what zlib's usual 6 takes, for a twentieth more bytes.
const LEVEL = 4
// What is compressed once is compressed as well as can be.
const BEST = 9
/** Bodies that app/whole-body.ts hands over beside Next, by the id of the request they answer, as long as it is open. */
const bodies = new Map()
globalThis.wholeBodies = bodies

/**
 * Collects what Next writes and sends it in one piece, compressed at one go and with its length. Next alone sends the head,
 * the compressed text and its end one after the other: three writes and a stream, which cost more than the page.
 * What says that it must not be buffered, a file without a known end, goes out as it comes.
 */
export function sendWhole(request, response) {
  const { url } = request
  const { end, write } = response
  const pieces = []
  const handedOver = { bytes: null }
  const id = request.headers['x-request-id']
  bodies.set(id, handedOver)
  response.once('close', () => bodies.delete(id))
  response.flushHeaders = () => {}
  response.write = (chunk, encoding, callback) => {
    if (isStream(response)) {
      Object.assign(response, { write, end })
      return response.write(chunk, encoding, callback)
    }
    pieces.push(typeof chunk === 'string' ? Buffer.from(chunk, textEncoding(encoding)) : chunk)
    const done = typeof encoding === 'function' ? encoding : callback
    if (done) process.nextTick(done)
    return true
  }
  response.end = (chunk, encoding, callback) => {
    const done = [chunk, encoding, callback].find((argument) => typeof argument === 'function')
    if (chunk && chunk !== done) response.write(chunk, encoding)
    if (handedOver.bytes) pieces.push(handedOver.bytes)
    const body = packed({ url, request, response }, pieces.length === 1 ? pieces[0] : Buffer.concat(pieces))
    if (body.length > 0 && !response.headersSent) response.setHeader('Content-Length', body.length)
    return end.call(response, body, done)
  }
}

/** The word that proxies in front of the site know too. */
function isStream(response) {
  return response.getHeader('x-accel-buffering') === 'no'
}

function textEncoding(encoding) {
  return typeof encoding === 'string' ? encoding : 'utf8'
}

function packed({ url, request, response }, body) {
  if (response.headersSent || !TEXT.test(String(response.getHeader('content-type')))) return body
  response.appendHeader('Vary', 'Accept-Encoding')
  const { statusCode } = response
  const whole = statusCode === 200 || statusCode >= 400 // not a part of a file, nor a redirection
  if (!whole || response.hasHeader('content-encoding') || !takesGzip(request)) return body
  if (request.method === 'HEAD' && body.length === 0) return withoutLength(response, body)
  if (body.length < SMALLEST) return body
  response.setHeader('Content-Encoding', 'gzip')
  const best = () => gzipSync(body, { level: BEST })
  return packedOnce(url, response, best) ?? gzipSync(body, { level: LEVEL })
}

/** Of a file whose head alone is asked for, the length is named as it stands on the disk: not what `GET` would send. */
function withoutLength(response, body) {
  if (response.getHeader('content-length') >= SMALLEST) response.removeHeader('Content-Length')
  return body
}
