-- CreateTable
CREATE TABLE "SeminarMaterial" (
    "id" UUID NOT NULL,
    "seminarId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "when" TEXT NOT NULL,
    "openTo" TEXT NOT NULL,
    "titles" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SeminarMaterial_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SeminarMaterial_fileId_key" ON "SeminarMaterial"("fileId");

-- CreateIndex
CREATE INDEX "SeminarMaterial_seminarId_createdAt_idx" ON "SeminarMaterial"("seminarId", "createdAt");

-- AddForeignKey
ALTER TABLE "SeminarMaterial" ADD CONSTRAINT "SeminarMaterial_seminarId_fkey" FOREIGN KEY ("seminarId") REFERENCES "Seminar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeminarMaterial" ADD CONSTRAINT "SeminarMaterial_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
