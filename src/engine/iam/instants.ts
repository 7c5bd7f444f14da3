/** Dates as policies write them: ISO 8601 in AWS's loose reading, or seconds since 1970. Without a clock. */
const ISO =
  /^(-?\d{1,9})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[tT](?:(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,9}))?)?)?)?([zZ]|[+-]\d{2}(?::?\d{2})?)?)?$/;
const SECONDS = /^-?\d{1,19}$/;
const LARGEST = 9_223_372_036_854_775_807n;
const DAY = 86_400;

/** Seconds since 1970-01-01T00:00:00Z; `undefined` when the text is not a date. A bare four-digit number is a year. */
export function secondsOf(text: string): number | undefined {
  if (SECONDS.test(text) && !/^\d{4}$/.test(text)) {
    const value = BigInt(text);
    return value > LARGEST || value < -LARGEST - 1n ? undefined : Number(value);
  }
  const match = ISO.exec(text);
  if (!match) return undefined;
  const part = (index: number, absent: number) => (match[index] === undefined ? absent : Number(match[index]));
  const [year, month, day] = [part(1, 1970), part(2, 1), part(3, 1)];
  const [hour, minute, second] = [part(4, 0), part(5, 0), part(6, 0)];
  if (Math.abs(year) > 292_278_993 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const zone = zoneSeconds(match[8]);
  if (zone === undefined) return undefined;
  const fraction = match[7] === undefined ? 0 : Number(`0.${match[7]}`);
  return daysFrom1970(year, month, day) * DAY + hour * 3600 + minute * 60 + second + fraction - zone;
}

function zoneSeconds(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'z' || zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}

/** The proleptic Gregorian calendar, counted in years that begin in March. */
function daysFrom1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}
