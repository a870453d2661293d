import { z } from 'zod'
import { ANSWERS, type AnswerName, problemSchema } from './answers'
import { MOST_ON_A_PAGE } from './page-query'
import { PROBLEMS } from './problem'

type Operation = { path: string; answer: AnswerName; summary: string; of?: string }

/** Every address of the API. */
const OPERATIONS: readonly Operation[] = [
  { path: '/api/v1/cohorts', answer: 'Cohorts', summary: 'The cohorts that the token opens, with their courses' },
  {
    path: '/api/v1/cohorts/{cohort}/members',
    answer: 'Members',
    summary: 'The people of a cohort with their completion, as in its export: never an answer',
    of: 'cohort',
  },
  {
    path: '/api/v1/certificates',
    answer: 'Certificates',
    summary: 'The certificates that were earned in the cohorts and seminars that the token opens',
  },
  {
    path: '/api/v1/seminars',
    answer: 'Seminars',
    summary: 'The seminars of the institution; with a token for some cohorts, those of their programmes',
  },
  {
    path: '/api/v1/seminars/{seminar}/attendance',
    answer: 'Attendance',
    summary: 'Who is registered for a seminar, and in which half-days each was present',
    of: 'seminar',
  },
]

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const schemaOf = (schema: z.ZodType): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' })
  return rest
}
const schemas = (): Record<string, object> => ({
  ...Object.fromEntries(Object.entries(ANSWERS).map(([name, schema]) => [name, schemaOf(schema)])),
  Problem: schemaOf(problemSchema),
})

const PAGING = [
  {
    name: 'limit',
    in: 'query',
    description: 'The most rows of a page.',
    schema: { type: 'integer', minimum: 1, maximum: MOST_ON_A_PAGE },
  },
  { name: 'cursor', in: 'query', description: 'The value of `next` of the page before.', schema: { type: 'string' } },
]

const HEADERS = [
  {
    name: 'If-None-Match',
    in: 'header',
    description: 'The ETag of an earlier answer: 304 if nothing has changed.',
    schema: { type: 'string' },
  },
  {
    name: 'Accept-Language',
    in: 'header',
    description: 'The language of problems: ar, fr or en.',
    schema: { type: 'string' },
  },
]

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The cursor or the limit is not valid, or the request could not be read.',
  401: 'No token, or one that is unknown, expired or revoked.',
  403: 'The institution is archived.',
  404: 'The token opens nothing of this id.',
  405: 'The method of the request is none of a reader.',
  429: 'Too many requests. Retry-After says when to go on.',
  500: 'The request failed on our side.',
  503: 'The service does not answer for the moment.',
}

function responsesOf({ answer, of }: Operation) {
  const refusals = [...new Set(Object.values(PROBLEMS))].filter((status) => status !== 404 || of)
  const problem = { 'application/problem+json': { schema: ref('Problem') } }
  return {
    200: {
      description: 'One page, in an order that does not change.',
      headers: { ETag: { schema: { type: 'string' } } },
      content: { 'application/json': { schema: ref(answer) } },
    },
    304: { description: 'Nothing has changed.' },
    ...Object.fromEntries(
      refusals.map((status) => [status, { description: DESCRIPTIONS[status] ?? '', content: problem }]),
    ),
  }
}

function pathOf(operation: Operation) {
  const { answer, summary, of } = operation
  const named = of ? [{ name: of, in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }] : []
  return {
    get: {
      operationId: `get${answer}`,
      summary,
      parameters: [...named, ...PAGING, ...HEADERS],
      responses: responsesOf(operation),
    },
  }
}

/** The description of the API in OpenAPI 3.1. */
export function openApiDocument(title: string, url: string) {
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '1',
      description: 'What the systems of an institution may read. Nothing can be written. Times are in UTC.',
    },
    servers: [{ url }],
    security: [{ token: [] }],
    paths: Object.fromEntries(OPERATIONS.map((operation) => [operation.path, pathOf(operation)])),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: schemas(),
    },
  }
}
