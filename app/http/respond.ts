import { DOCUMENT_POLICY } from '@/server/http/headers'
import type { Context } from './context'
import type { DocumentPage } from './document-page'
import { writeDocument } from './frame'

/** A page as an answer, in the frame of the site. */
export async function respond(page: DocumentPage, context: Context): Promise<Response> {
  return write(page, context, { path: context.path, signedIn: (await context.caller.session()) !== null })
}

/**
 * Responds with an error page, whatever failed.
 *
 * @param path the address, without its language, for the links to the other languages.
 */
export async function respondInstead(page: DocumentPage, context: Context, path = context.path): Promise<Response> {
  // Without a database the session is unknown.
  const signedIn = await context.caller.session().then(Boolean, () => false)
  return write(page, context, { path, signedIn })
}

type Shown = { path: string; signedIn: boolean }

function write(page: DocumentPage, { locale, t, request }: Context, { path, signedIn }: Shown): Response {
  const html = writeDocument(page, { locale, t, path, signedIn })
  return new Response(html, { status: page.status ?? 200, headers: headersFor(page, signedIn, request) })
}

function headersFor(page: DocumentPage, signedIn: boolean, { method }: Request): HeadersInit {
  // After she signs out on a shared computer, "back" must show neither her pages nor a form that was shown again with
  // the typed values.
  const hers = signedIn || page.secretAddress || method === 'POST'
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': DOCUMENT_POLICY,
    'cache-control': hers ? 'private, no-store' : 'private, no-cache',
    ...(page.index === false && { 'x-robots-tag': 'noindex' }),
    vary: 'Cookie',
  }
}
