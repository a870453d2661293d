import { describe, expect, it } from 'vitest'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import type { Paper } from '@/domain/certificate/paper'
import { translator } from '@/i18n/translator'
import { permitFor } from '@/server/auth/permit'
import { certificatePdf } from '@/server/certificate/certificate-pdf'
import { type CertificateRow, findCertificate } from '@/server/db/certificate/certificates'
import { db, sql } from '@/server/db/client'
import { certifiedLearner } from '@/tests/support/exam-taken'
import { type PdfWords, plainArabic, readPdf } from '@/tests/support/read-pdf'

/** Invisible characters for direction and joining. */
const MARKS = /[\u061C\u200C-\u200F\u202A-\u202E\u2066-\u2069]/g

/** The PDF of a new certificate, after `change` was applied to its row. */
async function paper(change: object = {}) {
  const { certificate } = await certifiedLearner()
  await db().certificate.update({ where: { id: certificate.id }, data: change })
  const row = await findCertificate(sql(), certificate.number)
  if (!row) throw new Error('no certificate')
  return { row, ...(await readPdf(await printed(row))) }
}

/** The PDF of this row. */
function printed(row: CertificateRow) {
  const { nameArabic, nameLatin, number, accountId: holderId } = row
  if (!nameArabic || !nameLatin) throw new Error('no names')
  const permit = permitFor({ kind: 'anonymous' }, 'certificate:read', { number, holderId, shared: true })
  return certificatePdf({ permit, certificate: { ...row, nameArabic, nameLatin } })
}

it('is one A4 page in landscape, with both names, and with the facts in Arabic and French', async () => {
  const { row, pages, width, height, text } = await paper()

  expect({ pages, width: Math.round(width), height: Math.round(height) }).toEqual({ pages: 1, width: 842, height: 595 })
  const arabic = plainArabic(text)
  for (const part of [
    'فاطمة العلوي',
    'أساسيات مكافحة الاتجار بالبشر',
    'شهادة إتمام التكوين',
    'بصفة فردية',
    'هوية مصرح بها من المعني بالأمر',
    'نونبر',
    'دجنبر',
  ]) {
    expect(arabic).toContain(part)
  }
  for (const part of [
    'Fatima Alaoui',
    'Certificat de suivi',
    'suivi en autonomie',
    'Les fondamentaux',
    '24 novembre 2026',
    '8 décembre 2025',
    '2 heures',
    'identité déclarée par le titulaire',
    'localhost:3000/ar/verify',
    formatCertificateNumber(row.number),
  ]) {
    expect(text).toContain(part)
  }
})

it('states the steps, the answers, the language and the marks of its exam, unless the paper is older than these facts', async () => {
  const { row, text, pages } = await paper()
  expect(pages).toBe(1)
  expect(text.replace(/\s/g, ' ')).toContain('Examen passé en français : note 100 %, seuil de réussite 70 %')
  expect(text.replace(/\s/g, ' ')).toMatch(/Étapes faites : \d+, questions répondues : 0/)
  expect(plainArabic(text)).toContain('امتحان باللغة الفرنسية: النقطة')

  const { score: _, ...exam } = row.paper?.exam ?? {}
  const unmarked = await readPdf(await printed({ ...row, paper: { ...row.paper, exam } as Paper }))
  expect(unmarked.text.replace(/\s/g, ' ')).toContain('Examen passé en français, seuil de réussite 70 %')

  const { exam: _exam, work: _work, ...before } = row.paper ?? {}
  const older = await readPdf(await printed({ ...row, paper: before as Paper }))
  expect(older.pages).toBe(1)
  expect(older.text).not.toContain('Étapes')
  expect(older.text).not.toContain('seuil de réussite')
})

it('says that its course awaits legal review, and its length as planned, unless the paper is older than the review', async () => {
  const { row, text, pages } = await paper()
  expect(pages).toBe(1)
  const french = text.replace(/\s/g, ' ')
  expect(french).toContain('Contenu du cours en attente de relecture juridique à la date de délivrance')
  expect(french).toContain('Durée prévue')
  expect(plainArabic(text)).toContain(plainArabic(translator('ar')('certificate.paper.unreviewed')))
  expect(row.paper?.review).toEqual({ language: 'fr', on: null })

  const { review: _, ...before } = row.paper ?? {}
  const older = await readPdf(await printed({ ...row, paper: before as Paper }))
  expect(older.text.replace(/\s/g, ' ')).not.toContain('relecture juridique')

  const reviewed = row.paper && { ...row.paper, review: { language: 'fr' as const, on: '2026-11-02' } }
  const signed = await readPdf(await printed({ ...row, paper: reviewed }))
  expect(signed.text.replace(/\s/g, ' ')).toContain('Contenu du cours relu par des juristes le 2 novembre 2026')
})

it('states to which later law it was brought up, and stays one page even if three institutions sign', async () => {
  const { row } = await paper()
  const name = { ar: 'المعهد العالي للقضاء', fr: 'Institut supérieur de la magistrature', en: 'Institute' }
  const signatory = {
    name: { ar: 'نادية الفاسي', fr: 'Nadia El Fassi' },
    title: { ar: 'المديرة', fr: 'La directrice' },
  }
  const party = { name, address: { ar: 'الرباط', fr: 'Rabat' }, logo: null, signatory }
  const updates = [{ id: 'x', lawDate: '2027-01-15', updatedAt: '2027-02-02T10:00:00Z', releaseId: 'x', release: 4 }]
  const signed = row.paper && { ...row.paper, institution: party, cosigners: [party, party] }
  for (const shown of [row.paper, signed]) {
    const { pages, text } = await readPdf(await printed({ ...row, updates, paper: shown }))
    expect(pages).toBe(1)
    expect(text.replace(/\s/g, ' ')).toContain('Mise à jour au droit du 15 janvier 2027, acquise le 2 février 2027')
    // Where a line ends, the text of the file has no space.
    const joined = (words: string) => plainArabic(words).replace(/\s/g, '')
    expect(joined(text)).toContain(joined('تحيين وفق القانون الجاري به العمل إلى غاية'))
  }
})

it('prints its Arabic labels without vowel marks, so that they are found again in its text', async () => {
  const t = translator('ar')
  const { text } = await paper()
  const found = text.normalize('NFKC').replace(MARKS, '')

  const labels = [
    t('certificate.paper.given'),
    t('certificate.paper.verify'),
    t('certificate.issuedOn'),
    t('certificate.hours'),
    t('certificate.lawDate'),
    t('certificate.number'),
    t('certificate.release'),
    t('certificate.declared'),
  ]
  for (const label of labels) {
    expect(label).not.toMatch(/[\u064B-\u0652]/)
    expect(found).toContain(label)
  }
  expect(t('certificate.paper.revoked', { date: '' })).not.toMatch(/[\u064B-\u0652]/)
})

it('keeps the text under an Arabic line clear of its vowel signs and descenders', async () => {
  const { lines } = await paper()
  const arabic = lines.filter(({ text }) => /\p{Script=Arabic}/u.test(text.normalize('NFKC')))
  const under = (upper: PdfWords) =>
    lines.filter(({ x, y, width }) => y < upper.y - 1 && x < upper.x + upper.width && upper.x < x + width)
  const crowded = arabic.flatMap((upper) =>
    under(upper)
      .filter((lower) => upper.y - lower.y < upper.size * 0.45 + lower.size * 0.9)
      .map((lower) => `${upper.text} / ${lower.text}`),
  )

  expect(arabic.length).toBeGreaterThan(0)
  expect(crowded).toEqual([])
})

it('is PDF/UA: tagged, with a title, a language, described pictures and embedded fonts', async () => {
  const { marked, structure, info, xmp, fonts } = await paper()

  expect(marked).toBe(true)
  expect(info).toMatchObject({
    Title: 'شهادة إتمام التكوين / Certificat de suivi',
    Language: 'ar-MA',
  })
  expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(structure).toContain('"role":"H1"')
  expect(structure.match(/"role":"Figure"/g)).toHaveLength(2)
  expect(structure).toContain('"alt":"رمز يفتح صفحة التحقق من هذه الشهادة"')
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toEqual({ face: expect.stringMatching(/^Amiri-/), embedded: true })
})

it('says on the paper that it is no longer valid', async () => {
  const { text } = await paper({ revokedAt: new Date('2027-05-03T10:00:00Z') })

  expect(text).toContain('Certificat retiré le 3 mai 2027')
  expect(plainArabic(text)).toContain('هذه الشهادة بتاريخ')
})

it('says in both languages which institution confirmed the identity, and not that it is declared', async () => {
  const { text, pages } = await paper({
    confirmerArabic: 'المعهد العالي للقضاء',
    confirmerLatin: 'Institut supérieur de la magistrature',
  })

  expect(pages).toBe(1)
  expect(text.replace(/\s/g, ' ')).toContain('identité confirmée par : Institut supérieur de la magistrature')
  expect(plainArabic(text)).toContain('هوية أكدتها مؤسسة: المعهد العالي للقضاء')
  expect(text).not.toContain('déclarée')
  expect(plainArabic(text)).not.toContain('صرح')
})

it('fits the longest name of an institution on one line', async () => {
  const { text, pages } = await paper({ confirmerArabic: 'ص'.repeat(160), confirmerLatin: 'W'.repeat(160) })

  expect(pages).toBe(1)
  expect(text).toContain('W'.repeat(160))
})

describe('names', () => {
  it.each([
    ['Typst markup', '#panic("x") *a* _b_ $c$ @d <e> `f` // g', '#sys.inputs.number'],
    ['HTML and SQL', `<script>alert(1)</script>'; drop table "Certificate"`, '<b>سلمى</b>'],
    ['a backslash and braces', '\\u{41} {x} [y] #[z]', '\\ سلمى'],
  ])('shows %s as it is', async (_, nameLatin, nameArabic) => {
    const { text, pages } = await paper({ nameLatin, nameArabic })

    expect(pages).toBe(1)
    expect(text).toContain(nameLatin)
  })

  it('drops marks that reorder a line, control characters and line breaks', async () => {
    const { text } = await paper({ nameLatin: 'Salma\u202E\u0007\nBennani', nameArabic: '\u2067سلمى\u200F بناني' })

    expect(text).toContain('Salma Bennani')
    expect(plainArabic(text)).toContain('سلمى بناني')
  })

  it('prints a question mark for a sign that no name may hold, next to all letters that a name may hold', async () => {
    const letters = (from: number, to: number, fits: RegExp) =>
      Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).filter((one) => fits.test(one))
    const latin = [...letters(0xc0, 0x24f, /\p{L}/u), ...letters(0x1e00, 0x1eff, /\p{L}/u), "ʼʾʿ'’.-"].join('')
    const marks = letters(0x300, 0x36f, /\p{M}/u).map((mark) => `a${mark}`)
    const arabic = letters(0x600, 0x77f, /(?=\p{Script=Arabic})\p{L}/u).join('')
    const tashkeel = letters(0x64b, 0x655, /\p{M}/u).map((mark) => `ب${mark}`)

    const { text } = await paper({
      nameLatin: `${latin}${marks.join('')} 漢😀`,
      nameArabic: `${arabic}${tashkeel.join('')}\u08A1`,
    })

    expect(text).toContain('??')
  })

  it.each(['ثريا الهويدي', 'زكرياء بوزوبع', 'للا حسناء أكنسوس', 'رضوان أڭرتيت', 'عبد الله بن ريم'])(
    'can be read out of the file again: %s',
    async (nameArabic) => {
      expect(plainArabic((await paper({ nameArabic })).text)).toContain(nameArabic)
    },
  )

  it('fits eighty wide letters', async () => {
    const { pages, text } = await paper({ nameLatin: 'W'.repeat(80), nameArabic: 'ص'.repeat(80) })

    expect(pages).toBe(1)
    expect(text).toContain('W'.repeat(80))
  })
})
