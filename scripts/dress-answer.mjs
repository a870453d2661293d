import { RETRY_AFTER_SECONDS } from './admission.mjs'
import { ANSWER_HEADERS } from './answer-headers.mjs'
import { isForProgram, refuse } from './refusal-page.mjs'

/** Next has a page for 404 and one for 500. For want of one for these, it would say 500 of an address or a file that it refused. */
const WITHOUT_PAGE = [400, 405, 412, 416]

/** Gives an answer its headers, and a page in place of a refusal that Next would say in bare English words or not at all. */
export function dressAnswer(request, response) {
  const { end, writeHead } = response
  keepStatus(response)
  response.writeHead = (...head) => {
    for (const [name, value] of Object.entries(ANSWER_HEADERS)) {
      if (!response.hasHeader(name)) response.setHeader(name, value)
    }
    // Whatever said it, a page or the door: the site is there again in a moment.
    if (response.statusCode === 503) response.setHeader('Retry-After', RETRY_AFTER_SECONDS)
    // A file that is not there today may come with the next deployment.
    const lasts = String(response.getHeader('cache-control')).includes('immutable')
    if (lasts && response.statusCode >= 400) response.setHeader('Cache-Control', 'no-store')
    return writeHead.apply(response, head)
  }
  response.end = (...body) => {
    if (response.headersSent || !isBare(request, response)) return end.apply(response, body)
    response.end = end // what Next has written so far goes with whatever collected it
    refuse(request, response, response.statusCode)
    return response
  }
}

function keepStatus(response) {
  let status = response.statusCode
  Object.defineProperty(response, 'statusCode', {
    get: () => status,
    set: (next) => {
      if (next !== 500 || !WITHOUT_PAGE.includes(status)) status = next
    },
  })
}

/** True for a refusal that is no page of ours, no data for a program, and nothing that React's own script waits for. */
function isBare(request, response) {
  const { statusCode } = response
  if (statusCode < 400 || request.headers['next-action'] || request.headers.rsc) return false
  const type = String(response.getHeader('content-type') ?? '')
  // A route says nothing of a method that it does not have.
  if (isForProgram(request)) return statusCode === 405 && type === ''
  if (!type.startsWith('text/html')) return !type.startsWith('application/')
  // Our own pages that refuse are documents, which allow nothing but what they name.
  return !String(response.getHeader('content-security-policy') ?? '').startsWith("default-src 'none'")
}
