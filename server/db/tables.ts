import 'server-only'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

type Cell = string | number | boolean | Date | null | readonly string[]
export type Row = Readonly<Record<string, Cell>>

/** In an order in which rows only refer to earlier tables. */
export const TABLES = [
  'Account',
  'Release',
  'Session',
  'SecondFactor',
  'Institution',
  'Logo',
  'InstitutionFace',
  'Signatory',
  'Role',
  'RoleOffer',
  'EditorialSignature',
  'EditorialThread',
  'EditorialComment',
  'EditorialProposal',
  'EditorialAssignment',
  'EditorialReading',
  'BankOpening',
  'EditorialCandidate',
  'IdentityConfirmation',
  'Cohort',
  'Cosignature',
  'CohortCourse',
  'Enrolment',
  'LessonState',
  'PracticeAnswer',
  'ReviewPlan',
  'ReviewCard',
  'ReviewAnswer',
  'GridAttempt',
  'PracticeDone',
  'ReferralPlan',
  'SimulationRun',
  'SimulationStep',
  'SharedRun',
  'SharedSeat',
  'SharedStep',
  'PassageNote',
  'Attempt',
  'AttemptQuestion',
  'RegradeProposal',
  'Paper',
  'Seminar',
  'SeminarSitting',
  'SeminarHalfDay',
  'SeminarOrganiser',
  'SeminarRegistration',
  'SeminarCheckIn',
  'UnlistedCheckIn',
  'AttendanceList',
  'Certificate',
  'CertificateProposal',
  'ErrorReport',
  'CohortEntry',
  'CohortTutor',
  'Deadline',
  'CohortMember',
  'MemberMove',
  'Invitation',
  'TestForms',
  'RecallTest',
  'TestSitting',
  'TestAnswer',
  'Mail',
  'OwnReminder',
  'Reminder',
  'Announcement',
  'AnnouncementRecipient',
  'TutorThread',
  'ThreadMessage',
  'ThreadRead',
  'SeminarQuota',
  'StoredFile',
  'FileChunk',
  'SeminarMaterial',
  'ResearchCall',
  'RegionalContact',
  'ApiToken',
  'Survey',
  'SurveyTicket',
  'SurveyAnswer',
  'WaitingAnswer',
  'SeminarNeed',
  'AuditEntry',
] as const
export type TableName = (typeof TABLES)[number]
export type Tables = Record<TableName, Row[]>

export function noTables(): Tables {
  return Object.fromEntries(TABLES.map((table) => [table, [] as Row[]])) as Tables
}

/** The columns are those of the first row of a table. */
export async function copyTables(client: pg.Client, tables: Tables): Promise<void> {
  for (const table of TABLES) {
    const columns = Object.keys(tables[table][0] ?? {})
    if (columns.length === 0) continue
    const names = columns.map(pg.escapeIdentifier).join(', ')
    const text = client.query(copyFrom(`COPY ${pg.escapeIdentifier(table)} (${names}) FROM STDIN`))
    await pipeline(Readable.from(lines(tables[table], columns)), text)
  }
}

const LINES_AT_ONCE = 1000

function* lines(rows: readonly Row[], columns: readonly string[]) {
  for (let from = 0; from < rows.length; from += LINES_AT_ONCE) {
    const some = rows.slice(from, from + LINES_AT_ONCE)
    yield some.map((row) => `${columns.map((column) => cell(row[column] ?? null)).join('\t')}\n`).join('')
  }
}

/** The text format of COPY. An array may contain plain ids only, since they are written without quotes. */
function cell(value: Cell): string {
  if (value === null) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object') return `{${value.join(',')}}`
  return String(value).replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? character)
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
