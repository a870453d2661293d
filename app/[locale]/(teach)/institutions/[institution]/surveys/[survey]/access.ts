import type { StaffAccess } from '@/tests/support/access/access'
import { survey } from '@/tests/support/access/addresses'
import { at, readSurvey } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // A survey that does not exist: a permitted caller gets “not found”.
  GET: { asks: readSurvey, answer: 404 },
  POST: { asks: at('survey:run'), answer: 404 },
  states: {
    'survey, draft': survey('draft'),
    'survey, open': survey('open'),
    'survey, kept from opening': survey('waiting'),
    'survey, with figures': survey('closed'),
  },
}
