import { publicJson } from '@/app/http/json'
import { openApiDocument } from '@/domain/api/openapi'
import { translator } from '@/i18n/translator'
import { env } from '@/server/env'

/** It tells nothing about anybody, so that whoever writes a client may read it without a token. */
export const GET = publicJson('application/json', async () =>
  openApiDocument(translator('en')('site.name'), env().publicUrl),
)
