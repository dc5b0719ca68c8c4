import { type Assignment, assignmentsOf } from './assignments.ts';
import { type BillingNotes, Biller } from './billing.ts';
import { Books } from './books.ts';
import { MONTHS } from './calendar.ts';
import { type Credential, credentialsOf } from './credentials.ts';
import { handOverExcess } from './days-covered.ts';
import { digitalLines } from './digital.ts';
import type { InvoiceLine, LaborLine } from './lines.ts';
import { payrollLines } from './payroll.ts';
import { type Restatements, equalPunches, restate, reversals } from './restatements.ts';
import { type Move, moveAround } from './moves.ts';
import type { Rng } from './rng.ts';
import { type Holding, buildSeats, fillSeats } from './seats.ts';
import { type Shift, shiftsOf } from './shifts.ts';
import { succeed } from './successions.ts';
import { statementLines } from './statements-of-work.ts';
import { demandByMonth, timesheetsOf } from './timesheets.ts';
import { type Volume, volumesOf } from './volumes.ts';

/** Everything that happened at Northlake, before it is written into extracts. */
export type World = {
  holdings: Holding[];
  moves: Move[];
  labor: LaborLine[];
  invoices: InvoiceLine[];
  restatements: Restatements;
  reversals: LaborLine[];
  equalPunches: LaborLine[];
  volumes: Volume[];
  assignments: Assignment[];
  credentials: Credential[];
  shifts: Shift[];
  books: Books;
  notes: BillingNotes;
};

/**
 * Lives through the thirty months, keeping the books while it does.
 *
 * Who came and went beyond the ordinary is settled last: it changes the names on lines of labour, never their hours or money.
 */
export function liveThrough(rng: Rng): World {
  const books = new Books();
  const seats = buildSeats(rng.fork('seats'));
  const holdings = fillSeats(seats, rng.fork('people'));

  const payroll = holdings.flatMap((holding, i) =>
    holding.supplier === null ? payrollLines(holding, rng.fork(`payroll ${i}`)) : [],
  );
  handOverExcess(payroll);
  const restatements = restate(payroll, rng.fork('restatements'));
  const reversed = reversals(payroll);
  const punches = equalPunches(payroll);
  const own = [...payroll, ...restatements.late, ...reversed, ...punches, ...digitalLines()];
  for (const line of own) books.postPayroll(line, line.family);

  const demand = demandByMonth(MONTHS, rng.fork('demand'));
  const sheets = holdings.flatMap((holding, i) =>
    holding.supplier === null ? [] : timesheetsOf(holding, demand, rng.fork(`timesheets ${i}`)),
  );
  const biller = new Biller(books, rng.fork('billing'));
  biller.bill(sheets);
  const statements = statementLines(books, rng.fork('statements'));

  const succession = succeed(holdings, rng.fork('successions'));
  const { holdings: people, moves, nameOf } = moveAround(succession.holdings, rng.fork('moves'));
  for (const line of [...own, ...restatements.first.values()])
    line.worker = nameOf(succession.workerOn(line.worker, line.day));

  const late = new Set(restatements.late);
  const timesheetLines = sheets.flatMap((sheet) => (sheet.line ? [sheet.line] : []));
  return {
    holdings: people,
    moves,
    labor: [...own.filter((line) => !late.has(line)), ...timesheetLines],
    invoices: [...biller.lines, ...statements],
    restatements,
    reversals: reversed,
    equalPunches: punches,
    volumes: volumesOf(rng.fork('volumes')),
    assignments: assignmentsOf(people, moves),
    credentials: credentialsOf(people, rng.fork('credentials')),
    shifts: shiftsOf(seats, people, rng.fork('shifts')),
    books,
    notes: biller.notes,
  };
}
