-- CreateTable
CREATE TABLE "LawUpdate" (
    "id" UUID NOT NULL,
    "certificateId" UUID NOT NULL,
    "since" DATE NOT NULL,
    "lawDate" DATE NOT NULL,
    "releaseId" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LawUpdate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LawUpdateAnswer" (
    "certificateId" UUID NOT NULL,
    "since" DATE NOT NULL,
    "questionId" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "releaseId" UUID NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LawUpdateAnswer_pkey" PRIMARY KEY ("certificateId","since","questionId")
);

-- CreateTable
CREATE TABLE "LawUpdateRun" (
    "releaseId" UUID NOT NULL,
    "after" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LawUpdateRun_pkey" PRIMARY KEY ("releaseId")
);

-- CreateIndex
CREATE UNIQUE INDEX "LawUpdate_certificateId_since_key" ON "LawUpdate"("certificateId", "since");

-- CreateIndex
CREATE INDEX "LawUpdate_releaseId_idx" ON "LawUpdate"("releaseId");

-- CreateIndex
CREATE INDEX "LawUpdateAnswer_releaseId_idx" ON "LawUpdateAnswer"("releaseId");

-- AddForeignKey
ALTER TABLE "LawUpdate" ADD CONSTRAINT "LawUpdate_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LawUpdate" ADD CONSTRAINT "LawUpdate_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LawUpdateAnswer" ADD CONSTRAINT "LawUpdateAnswer_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LawUpdateAnswer" ADD CONSTRAINT "LawUpdateAnswer_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LawUpdateRun" ADD CONSTRAINT "LawUpdateRun_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE CASCADE ON UPDATE CASCADE;
