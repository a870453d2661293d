-- CreateTable
CREATE TABLE "ResearchCall" (
    "id" UUID NOT NULL,
    "institutionId" UUID NOT NULL,
    "titles" JSONB NOT NULL,
    "texts" JSONB NOT NULL,
    "link" TEXT,
    "deadline" DATE NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ResearchCall_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ResearchCall_institutionId_deadline_idx" ON "ResearchCall"("institutionId", "deadline");

-- CreateIndex
CREATE INDEX "ResearchCall_deadline_idx" ON "ResearchCall"("deadline");

-- AddForeignKey
ALTER TABLE "ResearchCall" ADD CONSTRAINT "ResearchCall_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
