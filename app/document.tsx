import type { Context } from './http/context'
import { answerPage, type Build } from './http/get-page'

export type DocumentContext = Context

export function documentPage(request: Request, language: string, build: Build): Promise<Response> {
  return answerPage(request, { params: Promise.resolve({ locale: language }) }, build)
}
