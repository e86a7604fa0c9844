/** A country: ISO 3166-1 code, English name, and the IANA zone that a form offers first. */
export interface Country {
  code: string;
  label: string;
  zone: string;
}

/** Countries where tech co-ops and their clients are. */
export const countries: readonly Country[] = [
  ['AR', 'Argentina', 'America/Argentina/Buenos_Aires'],
  ['AU', 'Australia', 'Australia/Sydney'],
  ['AT', 'Austria', 'Europe/Vienna'],
  ['BE', 'Belgium', 'Europe/Brussels'],
  ['BO', 'Bolivia', 'America/La_Paz'],
  ['BA', 'Bosnia and Herzegovina', 'Europe/Sarajevo'],
  ['BR', 'Brazil', 'America/Sao_Paulo'],
  ['BG', 'Bulgaria', 'Europe/Sofia'],
  ['CA', 'Canada', 'America/Toronto'],
  ['CL', 'Chile', 'America/Santiago'],
  ['CO', 'Colombia', 'America/Bogota'],
  ['CR', 'Costa Rica', 'America/Costa_Rica'],
  ['HR', 'Croatia', 'Europe/Zagreb'],
  ['CU', 'Cuba', 'America/Havana'],
  ['CY', 'Cyprus', 'Asia/Nicosia'],
  ['CZ', 'Czechia', 'Europe/Prague'],
  ['DK', 'Denmark', 'Europe/Copenhagen'],
  ['EC', 'Ecuador', 'America/Guayaquil'],
  ['EE', 'Estonia', 'Europe/Tallinn'],
  ['FI', 'Finland', 'Europe/Helsinki'],
  ['FR', 'France', 'Europe/Paris'],
  ['DE', 'Germany', 'Europe/Berlin'],
  ['GR', 'Greece', 'Europe/Athens'],
  ['GT', 'Guatemala', 'America/Guatemala'],
  ['HU', 'Hungary', 'Europe/Budapest'],
  ['IS', 'Iceland', 'Atlantic/Reykjavik'],
  ['IN', 'India', 'Asia/Kolkata'],
  ['ID', 'Indonesia', 'Asia/Jakarta'],
  ['IE', 'Ireland', 'Europe/Dublin'],
  ['IT', 'Italy', 'Europe/Rome'],
  ['JP', 'Japan', 'Asia/Tokyo'],
  ['KE', 'Kenya', 'Africa/Nairobi'],
  ['KR', 'South Korea', 'Asia/Seoul'],
  ['LV', 'Latvia', 'Europe/Riga'],
  ['LT', 'Lithuania', 'Europe/Vilnius'],
  ['LU', 'Luxembourg', 'Europe/Luxembourg'],
  ['MT', 'Malta', 'Europe/Malta'],
  ['MX', 'Mexico', 'America/Mexico_City'],
  ['MA', 'Morocco', 'Africa/Casablanca'],
  ['NL', 'Netherlands', 'Europe/Amsterdam'],
  ['NZ', 'New Zealand', 'Pacific/Auckland'],
  ['NG', 'Nigeria', 'Africa/Lagos'],
  ['MK', 'North Macedonia', 'Europe/Skopje'],
  ['NO', 'Norway', 'Europe/Oslo'],
  ['PY', 'Paraguay', 'America/Asuncion'],
  ['PE', 'Peru', 'America/Lima'],
  ['PH', 'Philippines', 'Asia/Manila'],
  ['PL', 'Poland', 'Europe/Warsaw'],
  ['PT', 'Portugal', 'Europe/Lisbon'],
  ['PR', 'Puerto Rico', 'America/Puerto_Rico'],
  ['RO', 'Romania', 'Europe/Bucharest'],
  ['SN', 'Senegal', 'Africa/Dakar'],
  ['RS', 'Serbia', 'Europe/Belgrade'],
  ['SK', 'Slovakia', 'Europe/Bratislava'],
  ['SI', 'Slovenia', 'Europe/Ljubljana'],
  ['ZA', 'South Africa', 'Africa/Johannesburg'],
  ['ES', 'Spain', 'Europe/Madrid'],
  ['SE', 'Sweden', 'Europe/Stockholm'],
  ['CH', 'Switzerland', 'Europe/Zurich'],
  ['TN', 'Tunisia', 'Africa/Tunis'],
  ['TR', 'Türkiye', 'Europe/Istanbul'],
  ['UA', 'Ukraine', 'Europe/Kyiv'],
  ['GB', 'United Kingdom', 'Europe/London'],
  ['US', 'United States', 'America/New_York'],
  ['UY', 'Uruguay', 'America/Montevideo'],
].map(([code = '', label = '', zone = '']) => ({ code, label, zone }));

/** English name of a country; the code itself where it is not in the list. */
export function countryLabel(code: string): string {
  return countries.find((country) => country.code === code)?.label ?? code;
}

/** The zone to offer first for somebody in this country. */
export function zoneOfCountry(code: string): string {
  return countries.find((country) => country.code === code)?.zone ?? 'UTC';
}
