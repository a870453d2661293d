/** In characters, as a person counts them. */
export const FIELD_LIMITS = {
  nameArabic: 80,
  nameLatin: 80,
  institution: 160,
  nameEnglish: 160,
  addressArabic: 120,
  addressLatin: 120,
  helpPhone: 40,
  titleArabic: 90,
  titleLatin: 90,
  reason: 300,
  note: 300,
  errorText: 1000,
  errorAnswer: 1000,
  noteText: 4000,
  threadText: 2000,
  subjectArabic: 120,
  subjectFrench: 120,
  subjectEnglish: 120,
  textArabic: 4000,
  textFrench: 4000,
  textEnglish: 4000,
  // RFC 5321: the longest address that can be delivered to.
  email: 254,
  password: 128,
  newPassword: 128,
} as const

export const SHORTEST_PASSWORD = 12
