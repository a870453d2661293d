-- Seminars: their agenda, the half-days that attendance counts, who organises them, and who takes part.
CREATE TABLE "Seminar" (
    "id" UUID NOT NULL,
    "institutionId" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "titles" JSONB NOT NULL,
    "aims" JSONB NOT NULL DEFAULT '{}',
    "place" JSONB,
    "accessDetails" JSONB NOT NULL DEFAULT '{}',
    "link" TEXT,
    "recording" TEXT,
    "seats" INTEGER,
    "admission" TEXT NOT NULL DEFAULT 'open',
    "listed" TEXT NOT NULL DEFAULT 'public',
    "joinCodeHash" TEXT,
    "registrationClosesAt" TIMESTAMPTZ(3),
    "cohortId" UUID,
    "courseId" TEXT,
    "releaseId" UUID,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "rescheduledAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelReason" JSONB,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Seminar_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Seminar_institutionId_startsAt_idx" ON "Seminar"("institutionId", "startsAt");
CREATE INDEX "Seminar_listed_startsAt_idx" ON "Seminar"("listed", "startsAt");
CREATE INDEX "Seminar_cohortId_idx" ON "Seminar"("cohortId");
CREATE INDEX "Seminar_releaseId_idx" ON "Seminar"("releaseId");
CREATE INDEX "Seminar_createdById_idx" ON "Seminar"("createdById");

ALTER TABLE "Seminar" ADD CONSTRAINT "Seminar_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Seminar" ADD CONSTRAINT "Seminar_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Seminar" ADD CONSTRAINT "Seminar_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Seminar" ADD CONSTRAINT "Seminar_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE "Seminar" ADD CONSTRAINT "Seminar_in_order" CHECK ("endsAt" > "startsAt");
ALTER TABLE "Seminar" ADD CONSTRAINT "Seminar_seats" CHECK ("seats" IS NULL OR "seats" > 0);

CREATE TABLE "SeminarSitting" (
    "id" UUID NOT NULL,
    "seminarId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "titles" JSONB NOT NULL,
    "speakers" JSONB NOT NULL DEFAULT '{}',
    "language" TEXT NOT NULL,
    "interpretation" TEXT[],

    CONSTRAINT "SeminarSitting_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "SeminarSitting_seminarId_position_key" ON "SeminarSitting"("seminarId", "position");

ALTER TABLE "SeminarSitting" ADD CONSTRAINT "SeminarSitting_seminarId_fkey" FOREIGN KEY ("seminarId") REFERENCES "Seminar"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SeminarSitting" ADD CONSTRAINT "SeminarSitting_in_order" CHECK ("endsAt" > "startsAt");

CREATE TABLE "SeminarHalfDay" (
    "id" UUID NOT NULL,
    "seminarId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "half" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "SeminarHalfDay_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "SeminarHalfDay_seminarId_day_idx" ON "SeminarHalfDay"("seminarId", "day");

ALTER TABLE "SeminarHalfDay" ADD CONSTRAINT "SeminarHalfDay_seminarId_fkey" FOREIGN KEY ("seminarId") REFERENCES "Seminar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "SeminarOrganiser" (
    "seminarId" UUID NOT NULL,
    "institutionId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "SeminarOrganiser_pkey" PRIMARY KEY ("seminarId", "institutionId")
);

CREATE INDEX "SeminarOrganiser_institutionId_idx" ON "SeminarOrganiser"("institutionId");

ALTER TABLE "SeminarOrganiser" ADD CONSTRAINT "SeminarOrganiser_seminarId_fkey" FOREIGN KEY ("seminarId") REFERENCES "Seminar"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SeminarOrganiser" ADD CONSTRAINT "SeminarOrganiser_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "SeminarRegistration" (
    "id" UUID NOT NULL,
    "seminarId" UUID NOT NULL,
    "accountId" UUID,
    "guestEmail" TEXT,
    "guestNameArabic" TEXT,
    "guestNameLatin" TEXT,
    "status" TEXT NOT NULL,
    "statusSince" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "nominatedByInstitutionId" UUID,
    "country" TEXT,
    "function" TEXT,
    "language" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SeminarRegistration_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "SeminarRegistration_seminarId_accountId_key" ON "SeminarRegistration"("seminarId", "accountId");
CREATE UNIQUE INDEX "SeminarRegistration_seminarId_guestEmail_key" ON "SeminarRegistration"("seminarId", "guestEmail");
CREATE INDEX "SeminarRegistration_accountId_idx" ON "SeminarRegistration"("accountId");
CREATE INDEX "SeminarRegistration_guestEmail_idx" ON "SeminarRegistration"("guestEmail");
CREATE INDEX "SeminarRegistration_nominatedByInstitutionId_idx" ON "SeminarRegistration"("nominatedByInstitutionId");
CREATE INDEX "SeminarRegistration_seminarId_status_createdAt_idx" ON "SeminarRegistration"("seminarId", "status", "createdAt");

ALTER TABLE "SeminarRegistration" ADD CONSTRAINT "SeminarRegistration_seminarId_fkey" FOREIGN KEY ("seminarId") REFERENCES "Seminar"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SeminarRegistration" ADD CONSTRAINT "SeminarRegistration_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SeminarRegistration" ADD CONSTRAINT "SeminarRegistration_nominatedByInstitutionId_fkey" FOREIGN KEY ("nominatedByInstitutionId") REFERENCES "Institution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A person is known by her account or, as a guest, by her address.
ALTER TABLE "SeminarRegistration" ADD CONSTRAINT "SeminarRegistration_one_person" CHECK (num_nonnulls("accountId", "guestEmail") = 1);
