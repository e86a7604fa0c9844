import type { ExampleTender } from '../exampleTender.ts';

export const museo: readonly ExampleTender[] = [
  {
    key: 'port-voices',
    client: 'Museo de la Ribera',
    state: 'open',
    title: 'Las voces del puerto: archivo en línea de historia oral',
    summary:
      'Un archivo en línea con 160 entrevistas a trabajadoras y trabajadores del puerto: digitalizar, describir, subtitular y publicar con el consentimiento de cada familia.',
    problem:
      'Tenemos 160 entrevistas en casetes, MiniDV y discos que ya fallan; once no se pueden leer. Nadie las escucha, porque están en un armario. Algunas cuentan cosas de la dictadura que las familias quieren decidir cuándo y cómo se publican.',
    outcome:
      '- Todas las cintas, copiadas y guardadas en dos lugares.\n- Un catálogo en el que se busca por oficio, barco, barrio y año.\n- Subtítulos en castellano y un fragmento corto de cada voz.\n- Un permiso por persona, que se puede retirar.',
    users:
      'Familias del puerto, escuelas, investigadoras, visitantes del museo, un equipo de cuatro personas.',
    requirements: [
      ['archive', 'digital-library-systems', 'must', 4, 14],
      ['tapes', 'digital-preservation', 'must', 4, 12],
      ['voices', 'video-editing', 'must', 4, 10],
      ['subtitles', 'subtitling', 'must', 3, 12, { language: 'es' }],
      ['web', 'web-design', 'should', 3, 8],
      ['access', 'accessibility', 'should', 3, 3],
    ],
    budget: [9_500, 13_500],
    criteria: [
      ['Cuidado de las personas y del material', 45, ''],
      ['Método', 30, ''],
      ['Precio', 25, ''],
    ],
    workplace: 'hybrid',
    languages: ['es'],
    values: ['human-rights', 'open-source', 'knowledge-sharing'],
    cpv: ['79995100', '72212160'],
    created: -15,
    published: -6,
    questions: 20,
    deadline: 34,
    decision: 52,
    start: 66,
    end: 172,
  },
  {
    key: 'virtual-ship',
    client: 'Museo de la Ribera',
    state: 'withdrawn',
    title: 'Recorrido virtual por un barco de carga',
    summary:
      'Un recorrido en realidad virtual por el último barco de carga general, hecho con sus marineros antes de que lo desguacen.',
    problem:
      'El «Paraná Guazú» se desguaza en otoño. Quedan seis personas que trabajaron a bordo y un plano. Las visitas escolares preguntan cómo se vivía ahí y hoy solo podemos mostrar tres fotos y una gorra.',
    outcome:
      '- Un modelo del barco que se recorre con anteojos o en una pantalla.\n- Seis voces que cuentan un día de trabajo.\n- Funciona en las dos computadoras que el museo ya tiene.',
    users: 'Escuelas primarias, familias, gente que no puede subir escaleras.',
    requirements: [
      ['model', 'three-d-modelling', 'must', 3, 15],
      ['tour', 'extended-reality', 'must', 3, 12],
      ['sound', 'audio-production', 'should', 3, 5],
    ],
    budget: 'not_disclosed',
    criteria: [
      ['Idea', 50, ''],
      ['Factibilidad', 30, ''],
      ['Precio', 20, ''],
    ],
    workplace: 'hybrid',
    languages: ['es'],
    values: ['knowledge-sharing'],
    cpv: ['72212520'],
    created: -70,
    published: -64,
    questions: -38,
    deadline: -30,
    decision: -15,
    start: -5,
    end: 60,
    ended: -44,
    closingNote:
      'El astillero adelantó el desguace y ya no podemos subir al barco. Gracias a quienes respondieron.',
  },
];
