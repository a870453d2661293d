import { type Context, contextOf, type RouteProps } from './context'
import type { DocumentPage } from './document-page'
import { answerError } from './refusal'
import { respond } from './respond'

export type Build<P extends string = never> = (context: Context<P>) => Promise<DocumentPage | Response>

/**
 * The GET of a page, rendered to plain HTML without hydration. An error becomes a page in the reader's language with
 * its own status. If the reader must sign in or give a code first, she is redirected there and comes back.
 */
export function page<P extends string = never>(build: Build<P>) {
  return (request: Request, props: RouteProps<P>): Promise<Response> => answerPage(request, props, build)
}

export async function answerPage<P extends string>(
  request: Request,
  props: RouteProps<P>,
  build: Build<P>,
): Promise<Response> {
  const { context, requireLanguage } = await contextOf(request, props)
  try {
    requireLanguage()
    const built = await build(context)
    return built instanceof Response ? built : await respond(built, context)
  } catch (error) {
    return answerError(error, context)
  }
}
