-- What an institution shows of itself: its English name, its logo, its address, whom to ask for help.
CREATE TABLE "Logo" (
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Logo_pkey" PRIMARY KEY ("hash")
);

CREATE TABLE "InstitutionFace" (
    "institutionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "nameEnglish" TEXT,
    "addressArabic" TEXT,
    "addressLatin" TEXT,
    "helpEmail" TEXT,
    "helpPhone" TEXT,
    "logoHash" TEXT,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InstitutionFace_pkey" PRIMARY KEY ("institutionId")
);

CREATE INDEX "InstitutionFace_logoHash_idx" ON "InstitutionFace"("logoHash");

ALTER TABLE "InstitutionFace" ADD CONSTRAINT "InstitutionFace_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "InstitutionFace" ADD CONSTRAINT "InstitutionFace_logoHash_fkey" FOREIGN KEY ("logoHash") REFERENCES "Logo"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "Signatory" (
    "id" UUID NOT NULL,
    "institutionId" UUID NOT NULL,
    "nameArabic" TEXT NOT NULL,
    "nameLatin" TEXT NOT NULL,
    "titleArabic" TEXT NOT NULL,
    "titleLatin" TEXT NOT NULL,
    "fromDay" DATE NOT NULL,
    "toDay" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Signatory_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Signatory_institutionId_fromDay_idx" ON "Signatory"("institutionId", "fromDay");

ALTER TABLE "Signatory" ADD CONSTRAINT "Signatory_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say: a time does not end before it begins.
ALTER TABLE "Signatory" ADD CONSTRAINT "Signatory_in_order" CHECK ("toDay" IS NULL OR "toDay" >= "fromDay");

CREATE TABLE "Cosignature" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "institutionId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Cosignature_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Cosignature_cohortId_idx" ON "Cosignature"("cohortId");
CREATE INDEX "Cosignature_institutionId_idx" ON "Cosignature"("institutionId");

ALTER TABLE "Cosignature" ADD CONSTRAINT "Cosignature_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Cosignature" ADD CONSTRAINT "Cosignature_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An institution is asked once for a cohort, until it has declined or the matter has ended.
CREATE UNIQUE INDEX "Cosignature_open_key" ON "Cosignature"("cohortId", "institutionId") WHERE "state" IN ('offered', 'accepted');

-- What a paper shows of those who issue it, as it was on the day of issue.
CREATE TABLE "Paper" (
    "hash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Paper_pkey" PRIMARY KEY ("hash")
);

-- Null for certificates from before this migration: they say what they have always said.
ALTER TABLE "Certificate" ADD COLUMN "paperHash" TEXT;

CREATE INDEX "Certificate_paperHash_idx" ON "Certificate"("paperHash");

ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_paperHash_fkey" FOREIGN KEY ("paperHash") REFERENCES "Paper"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A paper, and a logo that one may show, are only ever added.
CREATE FUNCTION "paper_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what a paper shows does not change';
END
$$;
CREATE TRIGGER "paper_stays" BEFORE UPDATE OR DELETE ON "Paper"
  FOR EACH ROW EXECUTE FUNCTION "paper_stays"();
CREATE TRIGGER "logo_stays" BEFORE UPDATE OR DELETE ON "Logo"
  FOR EACH ROW EXECUTE FUNCTION "paper_stays"();
CREATE TRIGGER "certificate_keeps_its_paper" BEFORE UPDATE ON "Certificate"
  FOR EACH ROW WHEN (OLD."paperHash" IS DISTINCT FROM NEW."paperHash") EXECUTE FUNCTION "paper_stays"();
