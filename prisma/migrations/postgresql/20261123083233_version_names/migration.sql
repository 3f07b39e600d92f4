-- CreateTable
CREATE TABLE "DocumentVersionName" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "DocumentVersionName_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DocumentVersionName_name_at_idx" ON "DocumentVersionName"("name", "at");
