-- CreateTable
CREATE TABLE "CalendarYear" (
    "year" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "days" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "importedAt" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    PRIMARY KEY ("year", "revision")
);

-- A year that was replaced stays as it was: dates were computed by it.
CREATE TRIGGER "CalendarYear_no_update" BEFORE UPDATE ON "CalendarYear"
BEGIN
    SELECT RAISE(ABORT, 'CalendarYear is append-only: UPDATE refused');
END;

CREATE TRIGGER "CalendarYear_no_delete" BEFORE DELETE ON "CalendarYear"
BEGIN
    SELECT RAISE(ABORT, 'CalendarYear is append-only: DELETE refused');
END;

CREATE TRIGGER "CalendarYear_no_replace" BEFORE INSERT ON "CalendarYear"
WHEN EXISTS (SELECT 1 FROM "CalendarYear" WHERE "year" = NEW."year" AND "revision" = NEW."revision")
BEGIN
    SELECT RAISE(ABORT, 'CalendarYear is append-only: REPLACE refused');
END;
