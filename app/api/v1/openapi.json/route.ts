import { publicJson } from '@/app/http/json'
import { openApiDocument } from '@/domain/api/openapi'
import { translator } from '@/i18n/translator'
import { env } from '@/server/env'

/** The OpenAPI document. It contains no personal data, so a developer may read it without a token. */
export const GET = publicJson('application/json', async () =>
  openApiDocument(translator('en')('site.name'), env().publicUrl),
)
