-- What was signed, so that a later text can be compared with it; and whether a thread reports that a source is missing.
ALTER TABLE "EditorialSignature" ADD COLUMN "wording" JSONB;
ALTER TABLE "EditorialThread" ADD COLUMN "missingSource" BOOLEAN NOT NULL DEFAULT false;
