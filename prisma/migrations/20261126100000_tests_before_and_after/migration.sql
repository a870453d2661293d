-- CreateTable
CREATE TABLE "TestForms" (
    "cohortId" UUID NOT NULL,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "TestForms_pkey" PRIMARY KEY ("cohortId")
);

-- CreateTable
CREATE TABLE "TestSitting" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handedInAt" TIMESTAMPTZ(3),

    CONSTRAINT "TestSitting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TestAnswer" (
    "sittingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TestAnswer_pkey" PRIMARY KEY ("sittingId","position")
);

-- CreateIndex
CREATE INDEX "TestSitting_accountId_idx" ON "TestSitting"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "TestSitting_cohortId_accountId_form_key" ON "TestSitting"("cohortId", "accountId", "form");

-- AddForeignKey
ALTER TABLE "TestForms" ADD CONSTRAINT "TestForms_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestSitting" ADD CONSTRAINT "TestSitting_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "TestForms"("cohortId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestSitting" ADD CONSTRAINT "TestSitting_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestAnswer" ADD CONSTRAINT "TestAnswer_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "TestSitting"("id") ON DELETE CASCADE ON UPDATE CASCADE;
