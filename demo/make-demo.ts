import 'server-only'
import { hashPassword } from '@/server/auth/password'
import { currentRelease } from '@/server/content/releases'
import { DEMO_DOMAIN } from '@/server/db/account/demo-people'
import { noTables, type Row, type Tables } from '@/server/db/tables'
import { secretToken } from '@/server/random'
import { type DemoCohort, INSTITUTIONS } from './demo-institutions'
import { keptDemoAccounts } from './demo-passwords'
import { DEMO_PEOPLE, type DemoEmail } from './demo-people'
import { addAcceptedRole, addAct, addOffer, addRole } from './population/act'
import { addAttempt } from './population/attempt'
import { addAwaited } from './population/awaited'
import { addCalls } from './population/call'
import { addCertificate } from './population/certificate'
import { addCohort } from './population/cohort'
import type { MadeCohort } from './population/cohort-plan'
import { addContacts } from './population/contact'
import { addCorrection } from './population/correction'
import { addEditorial } from './population/editorial'
import { addEnrolment } from './population/enrolment'
import { addErrorReport } from './population/error-report'
import { addFaces, type Faces } from './population/face'
import { addGrids } from './population/grid'
import { addHelped } from './population/helped'
import { addInstitution, type Institution } from './population/institution'
import { traitsOf } from './population/irt-traits'
import { addOwnReminder } from './population/letters'
import { addNote } from './population/note'
import { addPerson, type Person } from './population/person'
import { addReferralPlan } from './population/referral-plan'
import { addReview } from './population/review'
import { makeRng } from './population/rng'
import { addSeminars } from './population/seminar'
import { addSimulation } from './population/simulation'
import { addStaff, type Staff } from './population/staff'
import { addSurveys } from './population/survey'
import { daysAfter, type Release, type TableBatch } from './population/table-batch'
import { addWords } from './population/words'

const SEED = 1
const PRACTISES = 0.5
/** The course in which a demo person holds a certificate. The first course is left for a newcomer to begin. */
const CERTIFIED_IN = 'detection'
const REVIEWER = `reviewer${DEMO_DOMAIN}` as const

/** The institutions with their people and cohorts. A cohort whose course is not published is left out. */
export async function makeDemo(now: Date): Promise<Tables> {
  const passwordHash = await hashPassword(secretToken()) // nobody signs in to these accounts
  const batch: TableBatch = {
    tables: noTables(),
    rng: makeRng(SEED),
    now,
    passwordHash,
    domain: DEMO_DOMAIN,
    people: { made: 0 },
  }
  const { guests, addReviewer } = await addGuests(batch)
  const schools: { institution: Institution; staff: Staff }[] = []
  const hosts: { institution: Institution; staff: Staff; region: string | null }[] = []
  const releases = await releasesOf(INSTITUTIONS.flatMap(({ cohorts }) => cohorts.map(({ course }) => course)))
  const made: MadeCohort[] = []
  for (const plan of INSTITUTIONS) {
    const institution = addInstitution(batch, { ...plan, createdAt: daysAfter(now, -600) })
    const staff = addStaff(batch, institution, {
      administrator: plan.administrator && guests(plan.administrator),
      tutors: plan.tutors?.map(guests),
      count: 2,
    })
    hosts.push({ institution, staff, region: plan.place?.region ?? null })
    if (plan.administrator) schools.push({ institution, staff })
    for (const email of plan.offeredTo ?? [])
      addOffer(
        batch,
        { email, institutionId: institution.id, role: 'learner' },
        staff.administrator.accountId,
        daysAfter(now, -3),
      )
    for (const email of plan.members ?? []) join(batch, institution, staff, guests(email))
    made.push(...addCohorts(batch, { institution, staff, cohorts: plan.cohorts, releases, guests }))
  }
  certifyGuest(batch, guests(`prosecutor${DEMO_DOMAIN}`), releases.get(CERTIFIED_IN))
  const { accountId } = guests(`platform${DEMO_DOMAIN}`)
  foundPlatform(batch, accountId, daysAfter(now, -700))
  addHelped(batch, accountId)
  reportErrors(batch, guests, releases.get(CERTIFIED_IN))
  keepNotes(batch, guests(`prosecutor${DEMO_DOMAIN}`), releases.get(CERTIFIED_IN))
  addSimulation(batch, releases.values(), guests(`prosecutor${DEMO_DOMAIN}`).accountId)
  for (const cohort of made) if (cohort.guests?.includes(guests(`judge${DEMO_DOMAIN}`))) addWords(batch, cohort)
  holdSeminars(batch, hosts, guests, addFaces(batch, releases))
  addSurveys(batch, made, guests(`judge${DEMO_DOMAIN}`).accountId)
  for (const { institution, staff } of schools) addAwaited(batch, institution, staff)
  practise(batch, guests(`prosecutor${DEMO_DOMAIN}`), releases.values())
  proposeContacts(batch, hosts, accountId)
  await addEditorial(batch, addReviewer().accountId, accountId)
  await addCorrection(batch, guests(`judge${DEMO_DOMAIN}`).accountId, accountId)
  // The ids of the audit log grow with time, as if each entry had been written when its act was done.
  batch.tables.AuditEntry.sort((a, b) => timeOf(a) - timeOf(b))
  return batch.tables
}

/** One institution of each region has proposed contacts. */
function proposeContacts(
  batch: TableBatch,
  hosts: readonly { institution: Institution; staff: Staff; region: string | null }[],
  platformId: string,
): void {
  const regions = new Map(hosts.toReversed().flatMap((host) => (host.region ? [[host.region, host]] : [])))
  for (const [region, { institution, staff }] of regions) {
    addContacts(batch, { id: institution.id, region, administratorId: staff.administrator.accountId }, platformId)
  }
}

/** The first school and the commission organise seminars, some of them together, and publish calls for research. */
function holdSeminars(
  batch: TableBatch,
  made: readonly { institution: Institution; staff: Staff }[],
  guests: Guests,
  faces: Faces,
) {
  const host = (kind: Institution['kind']) => {
    const found = made.find(({ institution }) => institution.kind === kind)
    if (!found) throw new Error(`no ${kind} in the demonstration`)
    return { id: found.institution.id, staff: found.staff }
  }
  const [first, late] = [guests(`judge${DEMO_DOMAIN}`), guests(`prosecutor${DEMO_DOMAIN}`)]
  const people = { first: first.accountId, late: late.accountId }
  const institutions = { school: host('school'), commission: host('commission') }
  addSeminars(batch, institutions, people, faces)
  addCalls(batch, institutions)
}

/** Makes the first administrator, as the command line does: there is nobody to offer her the role. */
function foundPlatform(batch: TableBatch, accountId: string, at: Date): void {
  addRole(batch, { accountId, institutionId: null, role: 'platform-administrator' }, null, at)
  addAct(batch, { act: 'platform-founded', at, actorId: null, subjectId: accountId, institutionId: null })
}

/**
 * A person who signs in to the demo has completed a course and passed its exam, so that she holds a certificate. She
 * has also set a reminder and begun a review.
 */
function certifyGuest(batch: TableBatch, person: Person, release: Release | undefined): void {
  if (!release) return
  const { accountId } = person
  const [enrolledAt, begun, sat] = [-60, -58, -20].map((days) => daysAfter(batch.now, days)) as [Date, Date, Date]
  const lessonsDone = release.course.lessons.length
  const simulate = () => ({ right: true, certainty: 'sure' as const })
  const reading = { accountId, enrolledAt, begun, lessonsDone, daysEach: 4, practises: PRACTISES, simulate }
  const enrolment = addEnrolment(batch, release, reading)
  const attempt = addAttempt(batch, enrolment, { number: 1, startedAt: sat, simulate, cohortId: null, open: false })
  addCertificate(batch, person, release, { attemptId: attempt.id, issuedAt: attempt.endedAt })
  addOwnReminder(batch, person, release.course.file.id)
  addReview(batch, release, { accountId, begun: sat })
}

/** The prosecutor has completed the grid of one file, and has begun another grid and a referral plan. */
function practise(batch: TableBatch, { accountId }: Person, releases: Iterable<Release>): void {
  const release = [...releases].find(({ course }) => course.cases?.some(({ file }) => file.kind === 'grid'))
  if (release) addGrids(batch, release, accountId)
  addReferralPlan(batch, accountId)
}

/** Two people who sign in to the demo found something in a text: one waits for the answer, the other has got it. */
function reportErrors(batch: TableBatch, guests: Guests, release: Release | undefined): void {
  if (!release) return
  const of = (name: 'judge' | 'prosecutor' | 'platform') => guests(`${name}${DEMO_DOMAIN}`).accountId
  addErrorReport(batch, release, {
    accountId: of('judge'),
    locale: 'ar',
    kind: 'wording',
    text: 'العبارة طويلة، ويُستحسن تقسيمها إلى جملتين.',
    block: 1,
    daysAgo: 2,
    answered: null,
  })
  addErrorReport(batch, release, {
    accountId: of('prosecutor'),
    locale: 'fr',
    kind: 'display',
    text: 'Sur un petit téléphone, ce passage se lit mal.',
    block: 2,
    daysAgo: 12,
    answered: {
      outcome: 'no-error',
      answer:
        'Vérification faite sur plusieurs téléphones, le passage se lit en entier ; la taille du texte se règle dans la leçon.',
      byId: of('platform'),
      daysAgo: 9,
    },
  })
}

/** The notes and bookmarks of a person who signs in to the demo, in the course that he has completed. */
function keepNotes(batch: TableBatch, { accountId }: Person, release: Release | undefined): void {
  if (!release) return
  const keep = (block: number, text: string | null, daysAgo: number, changedSince = false) =>
    addNote(batch, release, { accountId, block, text, daysAgo, changedSince })
  keep(1, 'À relire avant la prochaine permanence.\nVoir aussi la fiche de la dernière leçon.', 50)
  keep(2, null, 50)
  keep(4, 'سؤال للحصة المقبلة مع المؤطر: متى نبدأ بهذه الخطوة؟', 41)
  keep(5, 'Formule à reprendre dans mes notes de service.', 44, true)
}

const timeOf = ({ at }: Row) => (at instanceof Date ? at.getTime() : 0)

type Guests = (email: DemoEmail) => Person

/**
 * The reviewer is added last: all people draw from one random source, so the other people and cohorts stay the same.
 */
async function addGuests(batch: TableBatch): Promise<{ guests: Guests; addReviewer: () => Person }> {
  const passwords = new Map(keptDemoAccounts().map(({ email, password }) => [email, password]))
  const begun = daysAfter(batch.now, -700)
  const people = await Promise.all(
    DEMO_PEOPLE.map(async ({ note: _, ...person }) => {
      const passwordHash = await hashPassword(passwords.get(person.email) ?? secretToken())
      return { ...person, begun, passwordHash }
    }),
  )
  const made = people.filter(({ email }) => email !== REVIEWER).map((person) => addPerson(batch, person))
  const named = <T extends { email: string }>(among: readonly T[], email: string): T => {
    const guest = among.find((person) => person.email === email)
    if (!guest) throw new Error(`no ${email}`)
    return guest
  }
  return { guests: (email) => named(made, email), addReviewer: () => addPerson(batch, named(people, REVIEWER)) }
}

async function releasesOf(courseIds: readonly string[]): Promise<ReadonlyMap<string, Release>> {
  const found = await Promise.all([...new Set(courseIds)].map((id) => currentRelease(id)))
  return new Map(
    found.flatMap((release, place) =>
      release ? [[release.courseId, { ...release, traits: traitsOf(release.course, makeRng(SEED + place)) }]] : [],
    ),
  )
}

function join(batch: TableBatch, { id: institutionId, createdAt }: Institution, staff: Staff, { accountId }: Person) {
  const grant = { accountId, institutionId, role: 'commission-member' } as const
  addAcceptedRole(batch, grant, staff.administrator.accountId, createdAt)
}

type Cohorts = {
  institution: Institution
  staff: Staff
  cohorts: readonly DemoCohort[]
  releases: ReadonlyMap<string, Release>
  guests: Guests
}

/** Each cohort of a course is copied from the one before. */
function addCohorts(batch: TableBatch, { institution, staff, cohorts, releases, guests }: Cohorts): MadeCohort[] {
  const before = new Map<string, MadeCohort>()
  const made: MadeCohort[] = []
  for (const { course, further: added = [], guests: emails = [], ...plan } of cohorts) {
    const release = releases.get(course)
    if (!release) continue
    const copiedFrom = before.get(course)
    const further = added.flatMap((id) => releases.get(id) ?? [])
    const whole = { ...plan, institution, staff, release, further, practises: PRACTISES, guests: emails.map(guests) }
    const cohort = addCohort(batch, { ...whole, ...(copiedFrom && { copiedFrom }) })
    before.set(course, cohort)
    made.push(cohort)
  }
  return made
}
