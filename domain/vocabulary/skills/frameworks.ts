import type { Entries } from '../skill.ts';

/** Frameworks and libraries for the web, front and back. */
export const frameworks: Entries = {
  react: {
    label: 'React',
    also: 'reactjs, redux',
    under: 'frontend, javascript',
    near: 'vue, angular, svelte',
  },
  nextjs: { label: 'Next.js', under: 'react, fullstack' },
  vue: { label: 'Vue', also: 'vuejs, vue 3', under: 'frontend, javascript', near: 'angular, svelte' },
  nuxt: { label: 'Nuxt', also: 'nuxtjs', under: 'vue, fullstack' },
  angular: { label: 'Angular', also: 'angularjs', under: 'frontend, javascript', near: 'svelte' },
  svelte: { label: 'Svelte', also: 'sveltekit', under: 'frontend, javascript' },
  'web-components': {
    label: 'Web components',
    also: 'custom elements, lit element',
    under: 'frontend, javascript',
  },
  htmx: {
    label: 'htmx and progressive enhancement',
    also: 'htmx, progressive enhancement, hotwire, alpine.js, stimulus',
    under: 'frontend',
  },
  jquery: { label: 'jQuery', also: 'jquery ui', under: 'frontend, javascript' },
  'static-sites': {
    label: 'Static site generators',
    also: 'static site, static website, jamstack, eleventy, 11ty, jekyll, gatsby, astro framework, hugo site',
    under: 'frontend',
    near: 'headless-cms, sustainable-web',
  },
  'three-d-web': {
    label: '3D on the web',
    also: 'webgl, three.js, 3d web',
    under: 'frontend, javascript',
    near: 'extended-reality',
  },
  nodejs: {
    label: 'Node.js',
    also: 'nestjs, fastify, express.js, expressjs, deno',
    under: 'backend, javascript',
  },
  django: { label: 'Django', also: 'django rest framework, drf', under: 'backend, python', near: 'flask' },
  flask: {
    label: 'Flask and FastAPI',
    also: 'flask, fastapi',
    under: 'backend, python',
  },
  rails: { label: 'Ruby on Rails', also: 'rails, ror', under: 'backend, ruby' },
  laravel: { label: 'Laravel', also: 'livewire', under: 'backend, php', near: 'symfony' },
  symfony: { label: 'Symfony', also: 'api platform', under: 'backend, php' },
  spring: {
    label: 'Spring',
    also: 'spring boot, quarkus',
    under: 'backend, java',
  },
  phoenix: {
    label: 'Phoenix',
    also: 'liveview, phoenix liveview',
    under: 'backend, elixir',
  },
  'design-system-code': {
    label: 'Component libraries',
    also: 'component library, ui kit development, storybook, pattern library',
    under: 'frontend',
    near: 'design-systems',
  },
};
