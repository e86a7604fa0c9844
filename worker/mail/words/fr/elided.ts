const VOWEL = /^[aeiouyàâäæéèêëîïôöœùûü]/i;

/** "de Granite", "d’Antenna". */
export const de = (name: string) => (VOWEL.test(name) ? `d’${name}` : `de ${name}`);

/** "que Granite", "qu’Antenna". */
export const que = (name: string) => (VOWEL.test(name) ? `qu’${name}` : `que ${name}`);
