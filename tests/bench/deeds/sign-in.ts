import { PASSWORD } from '@/tests/support/people'
import type { BenchSite } from '../bench-site'
import type { Deed } from '../load'
import { addresses, inTurn } from '../people'
import { textOf, type Visitor } from '../visitor'

const PATH = '/ar/sign-in'
const BOUNDARY = 'bench-form-boundary'
/** Fewer than `LIMITS['sign-in']` allows in its window. */
const CALLS_PER_ADDRESS = 50

/** The form as a browser without JavaScript posts it: e-mail and password beside the fields that name the action. */
export async function signInDeed({ learners }: BenchSite, visit: Visitor): Promise<Deed> {
  const hidden = hiddenFields(textOf(await visit({ path: PATH })))
  const learner = inTurn(learners)
  const from = addresses(CALLS_PER_ADDRESS)

  return async () => {
    const body = multipart([...hidden, ['email', learner().email], ['password', PASSWORD]])
    const type = `multipart/form-data; boundary=${BOUNDARY}`
    const { headers } = await visit({ method: 'POST', path: PATH, type, body, from: from(), expect: 303 })
    if (!headers['set-cookie']?.some((cookie) => cookie.startsWith('session='))) throw new Error('nobody was signed in')
    return true
  }
}

function hiddenFields(page: string): [string, string][] {
  const inputs = page.match(/<input type="hidden"[^>]*>/g) ?? []
  const attribute = (input: string, name: string) =>
    unescapeHtml(new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '')
  return inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')])
}

function unescapeHtml(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}

function multipart(fields: readonly (readonly [string, string])[]): string {
  const parts = fields.map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return `${parts.join('')}--${BOUNDARY}--\r\n`
}
