-- The workspace as first released. Days are civil day numbers since 1970-01-01, hours are in millionths of an hour,
-- money is in minor units of its currency.

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE worker_type (
  position INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  worker_class TEXT NOT NULL CHECK (worker_class IN ('internal', 'external', 'digital', 'unknown'))
) STRICT;

CREATE TABLE pay_code (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  pay_class TEXT
) STRICT;

CREATE TABLE worker (
  id INTEGER PRIMARY KEY,
  worker_id TEXT NOT NULL
) STRICT;

CREATE TABLE tuple (
  id INTEGER PRIMARY KEY,
  codes TEXT NOT NULL
) STRICT;

CREATE TABLE record_set (
  id INTEGER PRIMARY KEY,
  place INTEGER NOT NULL,
  jobs TEXT NOT NULL
) STRICT;

CREATE TABLE site_name (
  site TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  sheet TEXT,
  sha256 TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL DEFAULT 0,
  recipe TEXT NOT NULL,
  recipe_hash TEXT NOT NULL,
  kind TEXT NOT NULL,
  profile TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('staging', 'published', 'undone')),
  imported TEXT NOT NULL,
  rows_read INTEGER NOT NULL DEFAULT 0,
  accepted INTEGER NOT NULL DEFAULT 0,
  quarantined INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0,
  restated INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  first_day INTEGER,
  last_day INTEGER,
  warnings TEXT NOT NULL DEFAULT '[]',
  CHECK (state = 'staging' OR rows_read = accepted + quarantined + duplicates)
) STRICT;

CREATE UNIQUE INDEX batch_content ON batch (sha256, recipe_hash) WHERE state = 'published';

-- Facts: Arrow record batches. `status` has a byte a row (0 effective, 1 duplicate, 2 superseded), null when all are 0.
CREATE TABLE chunk (
  id INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES batch (id),
  fact TEXT NOT NULL CHECK (fact IN ('labor', 'staffing')),
  row_count INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  status BLOB,
  data BLOB NOT NULL
) STRICT;

CREATE INDEX chunk_days ON chunk (fact, first_day, last_day, batch);
CREATE INDEX chunk_batch ON chunk (batch);

-- Sums over the facts, rebuilt whenever facts change.
CREATE TABLE rollup (
  name TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  data BLOB NOT NULL
) STRICT;

CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES batch (id),
  row INTEGER NOT NULL,
  column_name TEXT,
  value TEXT,
  reason TEXT NOT NULL,
  byte_offset INTEGER NOT NULL,
  raw BLOB NOT NULL
) STRICT;

CREATE INDEX quarantine_batch ON quarantine (batch, row);

CREATE TABLE roster (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch (id), line INTEGER NOT NULL, key TEXT NOT NULL, status INTEGER NOT NULL DEFAULT 0,
  snapshot_date INTEGER, worker_id TEXT, name TEXT, worker_type TEXT, entity TEXT, site TEXT, unit TEXT, job_code TEXT, job_title TEXT,
  manager_id TEXT, hire_date INTEGER, original_hire_date INTEGER, term_date INTEGER, term_reason TEXT, fte REAL, scheduled_hours INTEGER,
  base_rate INTEGER, currency TEXT, position_id TEXT, agency TEXT, on_leave INTEGER, observed_from INTEGER,
  observed_to INTEGER, attributes TEXT
) STRICT;
CREATE INDEX roster_batch ON roster (batch);

CREATE TABLE invoices (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch (id), line INTEGER NOT NULL, key TEXT NOT NULL, status INTEGER NOT NULL DEFAULT 0,
  invoice_id TEXT, line_id TEXT, supplier TEXT, worker_id TEXT, worker_type TEXT, work_date INTEGER, period_start INTEGER, period_end INTEGER,
  entity TEXT, site TEXT, unit TEXT, job_code TEXT, rate_type TEXT, hours INTEGER, bill_rate INTEGER, amount INTEGER, fees INTEGER,
  currency TEXT, status_of_invoice TEXT, attributes TEXT
) STRICT;
CREATE INDEX invoices_batch ON invoices (batch);

CREATE TABLE entities (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch (id), line INTEGER NOT NULL, key TEXT NOT NULL, status INTEGER NOT NULL DEFAULT 0,
  entity_id TEXT, name TEXT, parent TEXT, close_date INTEGER, fiscal_year_start REAL, state TEXT, care_setting TEXT, attributes TEXT
) STRICT;
CREATE INDEX entities_batch ON entities (batch);

CREATE TABLE loads (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch (id), line INTEGER NOT NULL, key TEXT NOT NULL, status INTEGER NOT NULL DEFAULT 0,
  entity TEXT, job_family TEXT, worker_type TEXT, valid_from INTEGER, fixed_load REAL, variable_load REAL, attributes TEXT
) STRICT;
CREATE INDEX loads_batch ON loads (batch);

CREATE TABLE volumes (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch (id), line INTEGER NOT NULL, key TEXT NOT NULL, status INTEGER NOT NULL DEFAULT 0,
  site TEXT, unit TEXT, date INTEGER, measure TEXT, value REAL, attributes TEXT
) STRICT;
CREATE INDEX volumes_batch ON volumes (batch);

CREATE TABLE spells (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch (id), line INTEGER NOT NULL, key TEXT NOT NULL, status INTEGER NOT NULL DEFAULT 0,
  worker_id TEXT, entry REAL, exit REAL, has_left INTEGER, time_unit TEXT, attributes TEXT
) STRICT;
CREATE INDEX spells_batch ON spells (batch);

CREATE TABLE assignments (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch (id), line INTEGER NOT NULL, key TEXT NOT NULL, status INTEGER NOT NULL DEFAULT 0,
  assignment_id TEXT, worker_id TEXT, worker_type TEXT, supplier TEXT, entity TEXT, site TEXT, unit TEXT, job_code TEXT, start_date INTEGER, end_date INTEGER,
  contracted_hours INTEGER, bill_rate INTEGER, currency TEXT, position_id TEXT, renewal_of TEXT, outcome TEXT, attributes TEXT
) STRICT;
CREATE INDEX assignments_batch ON assignments (batch);

CREATE TABLE bands (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch (id), line INTEGER NOT NULL, key TEXT NOT NULL, status INTEGER NOT NULL DEFAULT 0,
  entity TEXT, job_code TEXT, valid_from INTEGER, min INTEGER, mid INTEGER, max INTEGER, currency TEXT, attributes TEXT
) STRICT;
CREATE INDEX bands_batch ON bands (batch);

CREATE TABLE credentials (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch (id), line INTEGER NOT NULL, key TEXT NOT NULL, status INTEGER NOT NULL DEFAULT 0,
  worker_id TEXT, entity TEXT, control TEXT, status_of_credential TEXT, issued INTEGER, expires INTEGER, verified INTEGER, attributes TEXT
) STRICT;
CREATE INDEX credentials_batch ON credentials (batch);

CREATE TABLE crosswalk (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch (id), line INTEGER NOT NULL, key TEXT NOT NULL, status INTEGER NOT NULL DEFAULT 0,
  domain TEXT, entity TEXT, job_code TEXT, target_job_code TEXT, share REAL, attributes TEXT
) STRICT;
CREATE INDEX crosswalk_batch ON crosswalk (batch);

CREATE TABLE policies (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch (id), line INTEGER NOT NULL, key TEXT NOT NULL, status INTEGER NOT NULL DEFAULT 0,
  entity TEXT, area TEXT, attribute TEXT, value TEXT, valid_from INTEGER, attributes TEXT
) STRICT;
CREATE INDEX policies_batch ON policies (batch);

CREATE TABLE rates (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch (id), line INTEGER NOT NULL, key TEXT NOT NULL, status INTEGER NOT NULL DEFAULT 0,
  supplier TEXT, job_code TEXT, site TEXT, rate_type TEXT, valid_from INTEGER, valid_to INTEGER, rate INTEGER, currency TEXT, attributes TEXT
) STRICT;
CREATE INDEX rates_batch ON rates (batch);

CREATE TABLE shifts (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch (id), line INTEGER NOT NULL, key TEXT NOT NULL, status INTEGER NOT NULL DEFAULT 0,
  entity TEXT, site TEXT, unit TEXT, job_code TEXT, shift_date INTEGER, shift_label TEXT, start_time TEXT, shift_hours INTEGER,
  required REAL, scheduled REAL, worked_internal REAL, worked_external REAL, posted_date INTEGER, rotation TEXT, attributes TEXT
) STRICT;
CREATE INDEX shifts_batch ON shifts (batch);

-- What was done, each entry hashing the one before.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
