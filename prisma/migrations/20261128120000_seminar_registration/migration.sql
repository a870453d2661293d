-- Places in seminars: order of arrival, offers with a deadline, quotas of institutions, and needs that people tick.
ALTER TABLE "SeminarRegistration"
    ADD COLUMN "arrival" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "answerBy" TIMESTAMPTZ(3),
    ADD COLUMN "locale" TEXT,
    ADD COLUMN "weekToldFor" TIMESTAMPTZ(3),
    ADD COLUMN "dayToldFor" TIMESTAMPTZ(3);

CREATE TABLE "SeminarQuota" (
    "seminarId" UUID NOT NULL,
    "institutionId" UUID NOT NULL,
    "places" INTEGER NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SeminarQuota_pkey" PRIMARY KEY ("seminarId", "institutionId")
);

CREATE INDEX "SeminarQuota_institutionId_idx" ON "SeminarQuota"("institutionId");

ALTER TABLE "SeminarQuota" ADD CONSTRAINT "SeminarQuota_seminarId_fkey" FOREIGN KEY ("seminarId") REFERENCES "Seminar"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SeminarQuota" ADD CONSTRAINT "SeminarQuota_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SeminarQuota" ADD CONSTRAINT "SeminarQuota_places" CHECK ("places" > 0);

CREATE TABLE "SeminarNeed" (
    "registrationId" UUID NOT NULL,
    "access" BOOLEAN NOT NULL,
    "interpretation" BOOLEAN NOT NULL,
    "hearing" BOOLEAN NOT NULL,
    "consentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SeminarNeed_pkey" PRIMARY KEY ("registrationId")
);

ALTER TABLE "SeminarNeed" ADD CONSTRAINT "SeminarNeed_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "SeminarRegistration"("id") ON DELETE CASCADE ON UPDATE CASCADE;
