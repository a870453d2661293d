-- CreateTable
CREATE TABLE "WaitingAnswer" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "surveyId" UUID NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "WaitingAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WaitingAnswer_surveyId_idx" ON "WaitingAnswer"("surveyId");

-- AddForeignKey
ALTER TABLE "WaitingAnswer" ADD CONSTRAINT "WaitingAnswer_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The answers to surveys that are open were each written by the transaction that marked their person. They are written
-- anew by one transaction, in a random order and under new ids.
WITH taken AS (
    DELETE FROM "SurveyAnswer" a USING "Survey" s WHERE s.id = a."surveyId" AND s.figures IS NULL
    RETURNING a."surveyId", a.answers
)
INSERT INTO "SurveyAnswer" ("surveyId", answers) SELECT "surveyId", answers FROM taken ORDER BY random();
