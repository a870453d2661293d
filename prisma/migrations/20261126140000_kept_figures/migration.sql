-- CreateTable
CREATE TABLE "KeptFigures" (
    "scope" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "institutionId" UUID,
    "keptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "keptById" UUID,
    "figures" JSONB NOT NULL,

    CONSTRAINT "KeptFigures_pkey" PRIMARY KEY ("scope","day")
);

-- CreateIndex
CREATE INDEX "KeptFigures_institutionId_idx" ON "KeptFigures"("institutionId");

-- CreateIndex
CREATE INDEX "KeptFigures_keptById_idx" ON "KeptFigures"("keptById");

-- AddForeignKey
ALTER TABLE "KeptFigures" ADD CONSTRAINT "KeptFigures_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeptFigures" ADD CONSTRAINT "KeptFigures_keptById_fkey" FOREIGN KEY ("keptById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
