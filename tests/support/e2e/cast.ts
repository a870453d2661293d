import { INSTITUTION_ROLES, PLATFORM_ROLES } from '@/domain/auth/role'
import type { Attempt, Rows, Someone } from './rows'
import type { Running } from './seminar-rows'

/** The people of the tests that only read: one for each state that a page can show. */
export type Role = (typeof LEARNERS)[number] | (typeof STAFF)[number]
const LEARNERS = [
  'unconfirmed',
  /** Support has disabled her account. */
  'disabled',
  'newcomer',
  'reader',
  'sitter',
  'failed',
  'exhausted',
  'holder',
  'revoked',
  /** Enrolled in the closed course. */
  'member',
  /** Has begun to set up a second factor, and has not entered its first code. */
  'starter',
  /** Has a second factor, and has not entered a code in this browser. */
  'guarded',
  /** Has a passkey alone, and has not used it in this browser. */
  'keyed',
  /** Has begun to register a passkey. */
  'registrant',
  /** These three are in a cohort with tests, each at another point of the first test. */
  'entrant',
  'testee',
  'tested',
  /**
   * Has requested to join one cohort, is on the waitlist of another, and was refused in a third. The school offers her
   * a role.
   */
  'asker',
] as const
/**
 * Staff of the school that `holder` belongs to, of the commission, and of the platform. `former` began the closed
 * course and has left the commission; `powers` holds every role; `regional` administers an association of a region;
 * `reviewer` reviews every text.
 */
const STAFF = [
  'administrator',
  'tutor',
  'commissioner',
  'former',
  'platform',
  'powers',
  'regional',
  'reviewer',
] as const
export type Certificate = { number: string; shareToken: string }
export type Cast = Record<Role, Someone> & {
  attempt: Attempt
  /** The id of a note of the holder's. */
  note: string
  /** The id of a thread: the holder's question to the tutor of her cohort, with an answer. */
  thread: string
  /** The ids of messages to that cohort. */
  messages: { draft: string; sent: string }
  /** The ids of surveys of the examined cohort, and the link to the open one without its language. */
  surveys: { draft: string; waiting: string; open: string; closed: string; link: string }
  certificate: Certificate
  withdrawn: Certificate
  /** The id of the school. */
  school: string
  /** A cohort of the school, with people in it. */
  cohort: string
  /** Another cohort, whose people, the examinees, handed in their exams two days ago. */
  examined: string
  examinees: readonly Someone[]
  /** A third cohort, with tests before and after the course. */
  measured: string
  /** Seminars of the school: one that is announced, with people in it, and a draft. */
  seminar: string
  /** A simulation that the cohort of the tutor plays in seats. */
  group: string
  draftSeminar: string
  /** A seminar that was held, with public proceedings. */
  heldSeminar: string
  /** A seminar without a cohort, with a test before and after: the testee has begun the first. */
  testedSeminar: string
  /** A seminar that is going on, in which the holder is present: it has two half-days, and the first is closed. */
  running: Running
  /** The accounts of courts and prosecution offices: enough for national figures. */
  trained: readonly string[]
  /** An examinee's certificate. The administrator has proposed to reissue it. */
  proposed: Certificate
  /** The ids of an association in a region, and of the contact that awaits a decision; another one is shown. */
  region: { institution: string; awaiting: string }
  /**
   * The ids of the reviewer's signature on the second lesson, of the wording that `powers` proposes for the first one,
   * of a proposed lesson, and of a proposal to grade exams again.
   */
  reviewed: { signature: string; proposal: string; lesson: string; regrade: string }
  /** The id of a reported error. */
  report: string
  /** The id of the asker's request in the examined cohort. */
  request: string
  /**
   * The secrets of links: a sign-up to confirm, an invitation to a person without an account, the end of reminders, a
   * question that the holder is asked again.
   */
  links: { signUp: string; invitation: string; stop: string; review: string }
  /** Two imports of the cohort: one checked only, one completed. */
  lists: { checked: string; takenIn: string }
}

const DAY_MS = 86_400_000
/** A path of a simulation that differs from that of its authors. */
const PLAYED = ['identify', 'at-six', 'custody-delay', 'shelter', 'browse', 'place', 'investigation']
/** Enough for figures on answers. */
const EXAMINED = 48
/** A list of more than one page, with faulty rows. */
const LIST = [
  'E-mail;Nom arabe;Nom;Fonction',
  ...Array.from({ length: 56 }, (_, n) => `participant${n}@example.ma;فاطمة العلوي;Fatima Alaoui;juge`),
  'adresse illisible;;;',
  'n.idrissi@example.ma;;=1+1;',
  'm.bennani@example.ma;;;jongleur',
].join('\n')

export async function makeCast(rows: Rows, courseId: string, closedId: string): Promise<Cast> {
  const enrolled = async (lessons: number) => {
    const someone = await rows.person({ nameArabic: 'مريم التازي', nameLatin: 'Meryem Tazi' })
    await rows.enrol(someone, courseId)
    await rows.completeLessons(someone, courseId, lessons)
    return someone
  }
  const { length: all } = (await rows.course(courseId)).file.outline
  const sat = async (outcome: 'right' | 'wrong', times: number, handedIn?: Date) => {
    const someone = await enrolled(all)
    for (let time = 0; time < times; time++) {
      await rows.startAttempt(someone, courseId)
      await rows.handIn(someone, courseId, outcome, handedIn)
    }
    return someone
  }

  const sitter = await enrolled(all)
  const attempt = await rows.startAttempt(sitter, courseId)
  const holder = await sat('right', 1)
  const revoked = await sat('right', 1)
  await rows.revoke(revoked)
  const member = await rows.person()
  await rows.admitToClosed(member, closedId)
  const starter = await rows.person()
  await rows.offerSecondFactor(starter)
  const guarded = await rows.person()
  await rows.setUpSecondFactor(guarded)
  const keyed = await rows.person()
  await rows.setUpPasskey(keyed)
  const registrant = await rows.person()
  await rows.beginPasskey(registrant)
  const staff = await makeStaff(rows, closedId)
  await rows.makeWebhook(staff.administrator, staff.school)
  await rows.connectSchool({ ...staff, linked: staff.tutor }, staff.school)
  const cohort = await rows.makeCohort(staff.administrator, staff.school, courseId, [staff.tutor])
  const before = new Date(Date.now() - 2 * DAY_MS)
  for (const someone of [sitter, holder, null]) await rows.seat(cohort, someone, before)
  for (const learner of [sitter, holder]) {
    await rows.empower(learner, staff.school, ['learner'])
    await rows.confirmIdentity(staff.administrator, learner, staff.school)
  }
  const examined = await rows.makeCohort(staff.administrator, staff.school, courseId, [staff.tutor])
  const examinees: Someone[] = []
  while (examinees.length < EXAMINED) {
    examinees.push(await sat(examinees.length % 3 === 0 ? 'wrong' : 'right', 1, before))
    await rows.seat(examined, examinees.at(-1) ?? null, before)
  }
  const measured = await rows.makeCohort(staff.administrator, staff.school, courseId, [staff.tutor])
  await rows.drawTests(staff.administrator, measured)
  const [entrant, testee, tested] = [await enrolled(0), await enrolled(0), await enrolled(0)]
  for (const someone of [entrant, testee, tested]) await rows.seat(measured, someone)
  await rows.beginTest(measured, testee)
  await rows.beginTest(measured, tested, true)
  const seminar = await rows.makeSeminar(staff.administrator, staff.school, {
    cohortId: measured,
    courseId,
    seats: 2,
  })
  await rows.takePlace(holder, seminar, 'registered')
  await rows.takePlace(sitter, seminar, 'registered')
  await rows.takePlace(entrant, seminar, 'waiting')
  const draftSeminar = await rows.makeSeminar(staff.administrator, staff.school, { draft: true })
  const heldSeminar = await rows.makeSeminar(staff.administrator, staff.school, { proceedings: true })
  const testedSeminar = await rows.makeSeminar(staff.administrator, staff.school, { courseId })
  for (const someone of [testee, tested]) await rows.takePlace(someone, testedSeminar, 'registered')
  await rows.beginSeminarTest(testee, testedSeminar, courseId)
  const running = await rows.makeRunning(staff.administrator, staff.school, { present: holder, expected: sitter })
  const trained = [
    ...(await rows.makeOffice('court', '03', 21, courseId)),
    ...(await rows.makeOffice('court', '06', 38, courseId)),
    ...(await rows.makeOffice('court', '12', 3, courseId)),
    ...(await rows.makeOffice('prosecution', '06', 14, courseId)),
    ...(await rows.makeOffice('prosecution', '10', 0, courseId)),
  ]
  await rows.remind(staff.tutor, examined)
  const proposed = await rows.certificateOf(examinees[1] ?? holder)
  await rows.proposeReissue(staff.administrator, staff.school, proposed.number)
  await rows.openEntry(staff.administrator, examined)
  const lists = {
    checked: await rows.checkedList(staff.administrator, cohort, LIST),
    takenIn: await rows.checkedList(staff.administrator, cohort, 'email\nadresse illisible\nh.tazi@example.ma\n'),
  }
  await rows.beginList(staff.administrator, cohort, lists.takenIn)
  await rows.runStartedImports()
  const links = {
    signUp: await rows.signUp(),
    invitation: await rows.invitationToken(cohort),
    stop: await rows.stopToken(holder),
    review: new URL(await rows.beginReview(holder, courseId)).searchParams.get('token') ?? '',
  }
  await rows.playSimulation(holder, 'night-report', PLAYED.slice(0, 3))
  await rows.playSimulation(revoked, 'night-report', PLAYED)
  await rows.inviteInVain(cohort)
  const reader = await enrolled(2)
  await rows.remindHerself(reader, courseId)
  const asker = await rows.person()
  const request = await rows.request(examined, asker, 'asked')
  const others = [await rows.makeCohort(staff.administrator, staff.school, courseId, [])]
  others.push(await rows.makeCohort(staff.administrator, staff.school, courseId, []))
  await rows.request(others[0] ?? '', asker, 'waiting')
  await rows.request(others[1] ?? '', asker, 'refused')
  await rows.offer(staff.administrator, staff.school, asker.email, 'tutor')
  const powers = await enrolled(2)
  await rows.empower(powers, staff.school, INSTITUTION_ROLES)
  await rows.empower(powers, null, PLATFORM_ROLES)
  const reviewer = await rows.person()
  await rows.empower(reviewer, null, ['reviewer'])
  const reviewed = {
    ...(await rows.reviewLessons(reviewer, powers, courseId)),
    lesson: await rows.proposeLesson(powers, courseId),
    regrade: await rows.awaitRegrade(powers, courseId),
  }
  return {
    ...staff,
    cohort,
    examined,
    examinees,
    measured,
    seminar,
    draftSeminar,
    heldSeminar,
    testedSeminar,
    running,
    entrant,
    testee,
    tested,
    trained,
    proposed,
    asker,
    request,
    lists,
    links,
    powers,
    reviewer,
    reviewed,
    unconfirmed: await rows.person({ confirmed: false }),
    disabled: await rows.person({ disabled: true }),
    newcomer: await rows.person(),
    reader,
    report: await rows.reportError(reader, courseId),
    sitter,
    attempt,
    failed: await sat('wrong', 1),
    exhausted: await sat('wrong', 3, new Date(Date.now() - 2 * DAY_MS)),
    holder,
    note: await rows.keepNotes(holder, courseId, 'التحقق من صفة الوسيط في ملف الورشة.\nÀ relire avant l’audience.'),
    thread: await rows.askTutor(holder, staff.tutor, cohort, courseId),
    messages: {
      draft: await rows.announce(staff.tutor, cohort, 'draft'),
      sent: await rows.announce(staff.tutor, cohort, 'sent'),
    },
    surveys: await rows.makeSurveys(staff.administrator, examined),
    group: await rows.openGroup(staff.tutor, cohort, 'night-report'),
    certificate: await rows.certificateOf(holder),
    revoked,
    withdrawn: await rows.certificateOf(revoked),
    member,
    starter,
    guarded,
    keyed,
    registrant,
  }
}

/** A school with its administrator and a tutor; the commission; the platform. */
async function makeStaff(rows: Rows, closedId: string) {
  const school = await rows.makeInstitution()
  const commission = await rows.makeInstitution('commission', 'Commission nationale')
  const administrator = await rows.person({ nameArabic: 'كريم الإدريسي', nameLatin: 'Karim Idrissi' })
  await rows.empower(administrator, school, ['administrator'])
  const tutor = await rows.person({ nameArabic: 'هدى المرابط', nameLatin: 'Houda Mrabet' })
  await rows.empower(tutor, school, ['tutor', 'learner'])
  const commissioner = await rows.person()
  await rows.empower(commissioner, commission, ['commission-member'])
  const former = await rows.person()
  await rows.empower(former, commission, ['commission-member'])
  await rows.enrol(former, closedId)
  await rows.completeLessons(former, closedId, 1)
  await rows.endRoles(former)
  const platform = await rows.person()
  await rows.empower(platform, null, ['platform-administrator'])
  const regional = await rows.person({ nameArabic: 'أمينة الفاسي', nameLatin: 'Amina Fassi' })
  const institution = await rows.makeInstitution('partner', 'Association régionale')
  await rows.empower(regional, institution, ['administrator'])
  const region = { institution, awaiting: await rows.proposeContacts(regional, institution, platform) }
  return { school, administrator, tutor, commissioner, former, platform, regional, region }
}

export function accountsOf(cast: Cast): string[] {
  const people = [...[...LEARNERS, ...STAFF].map((role) => cast[role]), ...cast.examinees]
  return [...people.map(({ accountId }) => accountId), ...cast.trained]
}
