import type { Term } from '@cobid/domain/vocabulary/terms.ts';

/** The values of the vocabulary in Spanish. */
export const values: readonly Term[] = [
  { slug: 'open-source', label: 'Resultado en código abierto' },
  { slug: 'open-data', label: 'Datos abiertos' },
  { slug: 'open-standards', label: 'Estándares abiertos' },
  { slug: 'coop-client', label: 'Cliente cooperativo' },
  { slug: 'climate', label: 'Clima y medio ambiente' },
  { slug: 'accessibility-first', label: 'La accesibilidad primero' },
  { slug: 'privacy', label: 'Privacidad desde el diseño' },
  { slug: 'digital-sovereignty', label: 'Soberanía digital' },
  { slug: 'feminism', label: 'Feminismo e igualdad de género' },
  { slug: 'anti-racism', label: 'Antirracismo' },
  { slug: 'human-rights', label: 'Derechos humanos' },
  { slug: 'fair-pay', label: 'Pago justo, sin trabajo gratuito' },
  { slug: 'local-economy', label: 'Economía local' },
  { slug: 'participation', label: 'Participación de las personas afectadas' },
  { slug: 'public-good', label: 'Dinero público, código público' },
  { slug: 'knowledge-sharing', label: 'Conocimiento compartido y traspaso' },
  { slug: 'minority-languages', label: 'Lenguas minoritarias' },
  { slug: 'repair', label: 'Reparación y reutilización' },
  { slug: 'ethical-ai', label: 'Uso cuidadoso de la IA' },
  { slug: 'no-ai', label: 'Sin IA generativa' },
  { slug: 'solidarity', label: 'Economía solidaria' },
  { slug: 'slow-pace', label: 'Ritmo tranquilo y plazos sanos' },
];
