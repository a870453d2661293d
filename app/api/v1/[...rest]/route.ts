import { apiNotFound } from '@/app/http/api'

/** An unknown address of the API. */
export const GET = (request: Request): Promise<Response> => apiNotFound(request)
