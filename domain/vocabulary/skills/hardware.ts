import type { Entries } from '../skill.ts';

/** Things with wires. */
export const hardware: Entries = {
  hardware: { label: 'Hardware and IoT', also: 'hardware', cpv: '72100000, 50312600' },
  iot: {
    label: 'Internet of things',
    also: 'iot, connected devices, internet de las cosas, smart city, mqtt, home assistant, smart meters',
    under: 'hardware',
    cpv: '72212517, 72228000',
  },
  sensors: {
    label: 'Sensors and monitoring',
    also: 'sensor, sensor network, lorawan, lora, air quality sensors, energy monitoring',
    under: 'iot',
  },
  'embedded-development': {
    label: 'Embedded development',
    also: 'embedded systems, embedded software, firmware, arduino, raspberry pi, esp32, microcontroller, embedded linux, sistemas embebidos',
    under: 'hardware, software-development',
    near: 'c-language',
    cpv: '72211000',
  },
  electronics: {
    label: 'Electronics',
    also: 'pcb design, circuit design, electrónica, kicad',
    under: 'hardware',
    cpv: '72228000',
  },
  'digital-fabrication': {
    label: 'Digital fabrication',
    also: '3d printing, laser cutting, cnc, fab lab, makerspace, fabricación digital, impresión 3d',
    under: 'hardware',
    cpv: '72212323',
  },
  robotics: {
    label: 'Robotics and automation hardware',
    also: 'robotics, robot, industrial automation, robótica',
    under: 'hardware',
    cpv: '72212150',
  },
  'hardware-repair': {
    label: 'Repair and refurbishing',
    also: 'refurbished computers, computer repair, repair café, device refurbishment, reacondicionamiento, e-waste',
    under: 'hardware',
    near: 'workplace-it',
    cpv: '50320000',
  },
  'hardware-procurement': {
    label: 'Hardware supply and advice',
    also: 'hardware advice, device procurement, fair hardware',
    under: 'hardware',
    cpv: '72110000',
  },
  'energy-systems': {
    label: 'Energy systems software',
    also: 'energy management system, energy community software',
    under: 'iot',
    near: 'environmental-data',
    cpv: '71314300, 72212150',
  },
  drones: {
    label: 'Drones',
    also: 'drone survey',
    under: 'hardware',
    near: 'remote-sensing',
    cpv: '79961200',
  },
  kiosks: {
    label: 'Kiosks and displays',
    also: 'kiosk, digital signage',
    under: 'hardware',
    near: 'exhibition-design',
  },
};
