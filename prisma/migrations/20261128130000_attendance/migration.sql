-- Who was in which half-day of a seminar, and the attestation that states it.
ALTER TABLE "SeminarHalfDay" ADD COLUMN "checkInClosedAt" TIMESTAMPTZ(3);

CREATE TABLE "SeminarCheckIn" (
    "id" UUID NOT NULL,
    "halfDayId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "way" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "byId" UUID,
    "reason" TEXT,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SeminarCheckIn_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "SeminarCheckIn_halfDayId_registrationId_key" ON "SeminarCheckIn"("halfDayId", "registrationId");
CREATE INDEX "SeminarCheckIn_registrationId_idx" ON "SeminarCheckIn"("registrationId");
CREATE INDEX "SeminarCheckIn_byId_idx" ON "SeminarCheckIn"("byId");

ALTER TABLE "SeminarCheckIn" ADD CONSTRAINT "SeminarCheckIn_halfDayId_fkey" FOREIGN KEY ("halfDayId") REFERENCES "SeminarHalfDay"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SeminarCheckIn" ADD CONSTRAINT "SeminarCheckIn_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "SeminarRegistration"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SeminarCheckIn" ADD CONSTRAINT "SeminarCheckIn_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- Nobody is struck off without a reason.
ALTER TABLE "SeminarCheckIn" ADD CONSTRAINT "SeminarCheckIn_struck_with_reason" CHECK ("state" <> 'struck' OR "reason" IS NOT NULL);

CREATE TABLE "UnlistedCheckIn" (
    "id" UUID NOT NULL,
    "halfDayId" UUID NOT NULL,
    "accountId" UUID,
    "guestEmail" TEXT,
    "guestName" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UnlistedCheckIn_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "UnlistedCheckIn_halfDayId_accountId_key" ON "UnlistedCheckIn"("halfDayId", "accountId");
CREATE UNIQUE INDEX "UnlistedCheckIn_halfDayId_guestEmail_key" ON "UnlistedCheckIn"("halfDayId", "guestEmail");
CREATE INDEX "UnlistedCheckIn_accountId_idx" ON "UnlistedCheckIn"("accountId");
CREATE INDEX "UnlistedCheckIn_guestEmail_idx" ON "UnlistedCheckIn"("guestEmail");

ALTER TABLE "UnlistedCheckIn" ADD CONSTRAINT "UnlistedCheckIn_halfDayId_fkey" FOREIGN KEY ("halfDayId") REFERENCES "SeminarHalfDay"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "UnlistedCheckIn" ADD CONSTRAINT "UnlistedCheckIn_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "UnlistedCheckIn" ADD CONSTRAINT "UnlistedCheckIn_one_person" CHECK (num_nonnulls("accountId", "guestEmail") = 1);

CREATE TABLE "AttendanceList" (
    "seminarId" UUID NOT NULL,
    "closedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedById" UUID,
    "issuedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AttendanceList_pkey" PRIMARY KEY ("seminarId")
);

CREATE INDEX "AttendanceList_closedById_idx" ON "AttendanceList"("closedById");

ALTER TABLE "AttendanceList" ADD CONSTRAINT "AttendanceList_seminarId_fkey" FOREIGN KEY ("seminarId") REFERENCES "Seminar"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "AttendanceList" ADD CONSTRAINT "AttendanceList_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A paper is about a release of a course, or about a seminar.
ALTER TABLE "Certificate" ALTER COLUMN "releaseId" DROP NOT NULL;
ALTER TABLE "Certificate" ALTER COLUMN "courseId" DROP NOT NULL;
ALTER TABLE "Certificate" ADD COLUMN "seminarId" UUID;
ALTER TABLE "Certificate" ADD COLUMN "registrationId" UUID;
CREATE INDEX "Certificate_seminarId_idx" ON "Certificate"("seminarId");
CREATE UNIQUE INDEX "Certificate_registrationId_key" ON "Certificate"("registrationId");
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_seminarId_fkey" FOREIGN KEY ("seminarId") REFERENCES "Seminar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "SeminarRegistration"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_about_one" CHECK (
  ("releaseId" IS NULL) = ("courseId" IS NULL) AND num_nonnulls("releaseId", "seminarId") = 1);
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_seminar_paper" CHECK ("seminarId" IS NULL OR "paperHash" IS NOT NULL);

ALTER TABLE "CertificateProposal" ADD COLUMN "halfDayIds" JSONB;

-- A guest has no account that could be deleted: her names leave her attestation with her place in the seminar. The bare
-- facts stay, as those of a deleted account do.
CREATE FUNCTION "forget_guest"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Certificate" SET "nameArabic" = NULL, "nameLatin" = NULL, "initials" = '', "revokedReason" = NULL
  WHERE "seminarId" = OLD."seminarId" AND "accountId" IS NULL AND id IN (
    WITH RECURSIVE line AS (
      SELECT c.id, c."supersedesId" FROM "Certificate" c WHERE c."registrationId" = OLD.id
      UNION SELECT o.id, o."supersedesId" FROM "Certificate" o JOIN line l ON o.id = l."supersedesId")
    SELECT id FROM line);
  RETURN OLD;
END $$;
CREATE TRIGGER "SeminarRegistration_forget_guest" BEFORE DELETE ON "SeminarRegistration"
  FOR EACH ROW WHEN (OLD."guestEmail" IS NOT NULL) EXECUTE FUNCTION "forget_guest"();
