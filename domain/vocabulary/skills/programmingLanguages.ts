import type { Entries } from '../skill.ts';

/** Programming languages, picked by what co-ops are hired for. */
export const programmingLanguages: Entries = {
  javascript: { label: 'JavaScript', also: 'js, ecmascript, vanilla js, es6', under: 'software-development' },
  typescript: { label: 'TypeScript', also: 'ts', under: 'javascript' },
  'html-css': {
    label: 'HTML and CSS',
    also: 'html, css, html5, css3, sass, scss, tailwind, bootstrap css, responsive web design, responsive design',
    under: 'frontend',
  },
  python: {
    label: 'Python',
    also: 'python3',
    under: 'software-development',
    esco: 'http://data.europa.eu/esco/skill/ccd0a1d9-afda-43d9-b901-96344886e14d',
  },
  php: { label: 'PHP', also: 'php8', under: 'software-development' },
  ruby: { label: 'Ruby', under: 'software-development' },
  java: {
    label: 'Java',
    also: 'jvm, java ee, jakarta ee',
    under: 'software-development',
    esco: 'http://data.europa.eu/esco/skill/19a8293b-8e95-4de3-983f-77484079c389',
  },
  kotlin: { label: 'Kotlin', also: 'kotlin multiplatform', under: 'software-development', near: 'java' },
  scala: { label: 'Scala', also: 'akka', under: 'software-development', near: 'java' },
  clojure: { label: 'Clojure', also: 'clojurescript, lisp', under: 'software-development', near: 'java' },
  dotnet: {
    label: '.NET',
    also: 'dotnet, .net core, asp.net, blazor, visual basic',
    under: 'software-development',
  },
  csharp: { label: 'C#', also: 'c sharp', under: 'dotnet' },
  'c-language': { label: 'C', under: 'software-development' },
  cpp: { label: 'C++', also: 'cpp', under: 'software-development', near: 'c-language' },
  rust: { label: 'Rust', also: 'rustlang', under: 'software-development', near: 'cpp' },
  go: { label: 'Go', also: 'golang', under: 'software-development' },
  elixir: { label: 'Elixir', also: 'erlang', under: 'software-development' },
  haskell: {
    label: 'Haskell',
    also: 'functional programming, ocaml',
    under: 'software-development',
  },
  swift: { label: 'Swift', also: 'swiftui, objective-c', under: 'software-development', near: 'ios' },
  dart: { label: 'Dart', under: 'software-development' },
  perl: { label: 'Perl', also: 'raku', under: 'software-development' },
  lua: { label: 'Lua', also: 'luajit', under: 'software-development' },
  'shell-scripting': {
    label: 'Shell scripting',
    also: 'bash, shell script, powershell',
    under: 'scripting',
    near: 'linux-administration',
  },
  webassembly: { label: 'WebAssembly', also: 'wasm', under: 'frontend', near: 'rust' },
  cobol: {
    label: 'COBOL and mainframes',
    also: 'cobol, mainframe',
    under: 'software-development',
    near: 'legacy-modernisation',
  },
  vba: {
    label: 'Spreadsheet programming',
    also: 'vba, excel macros, google apps script',
    under: 'scripting',
    near: 'spreadsheets',
    cpv: '72212991',
  },
};
