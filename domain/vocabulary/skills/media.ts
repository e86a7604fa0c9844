import type { Entries } from '../skill.ts';

/** Moving pictures, sound and immersive work. */
export const media: Entries = {
  media: {
    label: 'Media production',
    also: 'audiovisual, multimedia, producción audiovisual, production audiovisuelle',
    cpv: '92111000, 72212520',
  },
  'video-production': {
    label: 'Video production',
    also: 'video, film making, videographer, producción de vídeo, filming',
    under: 'media',
    cpv: '92111200',
  },
  'video-editing': {
    label: 'Video editing',
    also: 'post-production, edición de vídeo, montage vidéo',
    under: 'video-production',
  },
  animation: {
    label: 'Animation and motion graphics',
    also: 'animation, motion graphics, motion design, explainer video, animación',
    under: 'media',
    near: 'illustration',
  },
  documentary: {
    label: 'Documentary',
    also: 'documentary film, documental, oral history film',
    under: 'video-production',
    near: 'journalism',
  },
  photography: {
    label: 'Photography',
    also: 'photographer, photos, fotografía, photographie, event photography',
    under: 'media',
    cpv: '79961000',
  },
  'audio-production': {
    label: 'Audio and podcasts',
    also: 'podcast, podcasting, audio production, sound design, radio production',
    under: 'media',
    cpv: '92211000, 72212521',
  },
  'oral-history': {
    label: 'Oral history',
    also: 'oral histories, community memory, historia oral',
    under: 'audio-production',
    near: 'digital-preservation',
  },
  'live-streaming': {
    label: 'Live streaming',
    also: 'livestream, streaming, retransmisión en directo',
    under: 'media',
    near: 'video-conferencing, event-production',
    cpv: '92111250',
  },
  'video-platforms': {
    label: 'Video hosting and streaming systems',
    also: 'video hosting, peertube hosting, video platform, webrtc, media server',
    under: 'media, hosting',
  },
  'three-d-modelling': {
    label: '3D modelling',
    also: '3d modeling, blender, 3d visualisation, 3d scanning, photogrammetry',
    under: 'media',
    cpv: '72212320, 71355100',
  },
  'extended-reality': {
    label: 'Virtual and augmented reality',
    also: 'virtual reality, augmented reality, vr, ar, xr, realidad virtual, immersive',
    under: 'media',
    near: 'game-development, three-d-modelling',
  },
  'projection-light': {
    label: 'Interactive installations',
    also: 'creative coding, projection mapping, media art',
    under: 'media',
    near: 'exhibition-design, electronics',
  },
  'graphic-recording': {
    label: 'Graphic recording',
    also: 'graphic facilitation, visual notes, relatoría gráfica',
    under: 'media',
    near: 'illustration, facilitation',
  },
};
