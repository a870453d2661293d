-- The rows of an uploaded list as they were read, with how they are to be understood. They are kept for a day.
-- `cells`: the rows in JSON, compressed. `revision`: counts the decisions, so that nobody decides about a page that
-- somebody else has changed meanwhile.
CREATE TABLE "ImportFile" (
  "runId" UUID NOT NULL,
  "revision" INTEGER NOT NULL DEFAULT 1,
  "cells" BYTEA NOT NULL,
  "head" JSONB NOT NULL,
  "plan" JSONB NOT NULL,
  "values" JSONB NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "ImportFile_pkey" PRIMARY KEY ("runId")
);
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_runId_fkey"
  FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What an institution decided about a value of its lists, for its next ones. `written`: in the form in which it is
-- compared. `meant`: empty to leave the cell empty.
CREATE TABLE "ImportChoice" (
  "institutionId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "written" TEXT NOT NULL,
  "meant" TEXT NOT NULL,
  "chosenAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "ImportChoice_pkey" PRIMARY KEY ("institutionId", "kind", "written")
);
ALTER TABLE "ImportChoice" ADD CONSTRAINT "ImportChoice_institutionId_fkey"
  FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
