/**
 * `%t…`: a long as the milliseconds since 1970, in English and in UTC, so that the result does not depend on where
 * it is made. Before 15 October 1582 the calendar is the Julian one.
 */

export interface DateFields {
  readonly millis: bigint;
  /** The year of its era. */
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly day: number;
  readonly dayOfYear: number;
  /** From 0, Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** A conversion's second letter applied to a time. */
export function formatDateTime(letter: string, millis: bigint): string {
  return (conversions[letter] as Conversion)(dateFields(millis));
}

type Conversion = (fields: DateFields) => string;

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );
const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

const two = (number: number): string => String(number).padStart(2, "0");
const three = (number: number): string => String(number).padStart(3, "0");
const twelve = (hour: number): number => hour % 12 || 12;

const conversions: Readonly<Record<string, Conversion>> = {
  H: ({ hour }) => two(hour),
  I: ({ hour }) => two(twelve(hour)),
  k: ({ hour }) => String(hour),
  l: ({ hour }) => String(twelve(hour)),
  M: ({ minute }) => two(minute),
  S: ({ second }) => two(second),
  L: ({ millisecond }) => three(millisecond),
  N: ({ millisecond }) => `${three(millisecond)}000000`,
  p: ({ hour }) => (hour < 12 ? "am" : "pm"),
  z: () => "+0000",
  Z: () => "UTC",
  s: ({ millis }) => String(millis / 1000n),
  Q: ({ millis }) => String(millis),
  B: ({ month }) => months[month] as string,
  b: ({ month }) => (months[month] as string).slice(0, 3),
  h: ({ month }) => (months[month] as string).slice(0, 3),
  A: ({ weekday }) => weekdays[weekday] as string,
  a: ({ weekday }) => (weekdays[weekday] as string).slice(0, 3),
  C: ({ year }) => two(Math.floor(year / 100)),
  Y: ({ year }) => String(year).padStart(4, "0"),
  y: ({ year }) => two(year % 100),
  j: ({ dayOfYear }) => three(dayOfYear),
  m: ({ month }) => two(month + 1),
  d: ({ day }) => two(day),
  e: ({ day }) => String(day),
  R: (fields) => compose(fields, "H:M"),
  T: (fields) => compose(fields, "H:M:S"),
  r: (fields) => `${compose(fields, "I:M:S")} ${compose(fields, "p").toUpperCase()}`,
  D: (fields) => compose(fields, "m/d/y"),
  F: (fields) => compose(fields, "Y-m-d"),
  c: (fields) => compose(fields, "a b d H:M:S Z Y"),
};

function compose(fields: DateFields, letters: string): string {
  return letters.replace(/[A-Za-z]/g, (letter) => (conversions[letter] as Conversion)(fields));
}

const millisPerDay = 86_400_000n;
/** Days from 1 January 1970 to 15 October 1582, the first day of the Gregorian calendar. */
const firstGregorianDay = -141_427;

function dateFields(millis: bigint): DateFields {
  const inDay = ((millis % millisPerDay) + millisPerDay) % millisPerDay;
  const days = Number((millis - inDay) / millisPerDay);
  const time = Number(inDay);
  const isGregorian = days >= firstGregorianDay;
  const { year, month, day } = civilDate(days, isGregorian);
  // The year of the reform began in the Julian calendar.
  const newYear = dayOfDate(year, 0, 1, isGregorian && year > 1582);
  return {
    millis,
    year: year > 0 ? year : 1 - year,
    month,
    day,
    dayOfYear: days - newYear + 1,
    weekday: (((days + 4) % 7) + 7) % 7,
    hour: Math.floor(time / 3_600_000),
    minute: Math.floor(time / 60_000) % 60,
    second: Math.floor(time / 1000) % 60,
    millisecond: time % 1000,
  };
}

/** Days from 1970 of a date; years count from March, so that a leap day is the last one. */
function dayOfDate(year: number, month: number, day: number, gregorian: boolean): number {
  const marchYear = month < 2 ? year - 1 : year;
  const sinceMarch = (month + 10) % 12;
  const dayOfYear = Math.floor((153 * sinceMarch + 2) / 5) + day - 1;
  return (
    marchYear * 365 + leapDays(marchYear, gregorian) + dayOfYear - (gregorian ? 719_468 : 719_470)
  );
}

function leapDays(year: number, gregorian: boolean): number {
  const julian = Math.floor(year / 4);
  return gregorian ? julian - Math.floor(year / 100) + Math.floor(year / 400) : julian;
}

function civilDate(
  days: number,
  gregorian: boolean,
): { readonly year: number; readonly month: number; readonly day: number } {
  let year = Math.floor(days / 365.2425) + 1970;
  while (dayOfDate(year + 1, 0, 1, gregorian) <= days) year++;
  while (dayOfDate(year, 0, 1, gregorian) > days) year--;
  let month = 11;
  while (dayOfDate(year, month, 1, gregorian) > days) month--;
  return { year, month, day: days - dayOfDate(year, month, 1, gregorian) + 1 };
}
