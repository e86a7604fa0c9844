import type { Entries } from '../skill.ts';

/** Apps for phones and tablets. */
export const mobile: Entries = {
  'mobile-development': {
    label: 'Mobile app development',
    also: 'mobile app, mobile development, app development, phone app, smartphone app, aplicación móvil, aplicaciones móviles, application mobile, app-entwicklung',
    under: 'software-development',
    cpv: '72212000, 72230000',
  },
  android: {
    label: 'Android',
    also: 'jetpack compose',
    under: 'mobile-development',
    near: 'kotlin',
  },
  ios: {
    label: 'iOS',
    also: 'iphone app, ipad app',
    under: 'mobile-development',
  },
  'cross-platform-apps': {
    label: 'Cross-platform apps',
    also: 'cross-platform, hybrid app, hybrid mobile app, ionic, capacitor, cordova, .net maui, xamarin',
    under: 'mobile-development',
  },
  'react-native': {
    label: 'React Native',
    also: 'expo react native',
    under: 'cross-platform-apps',
    near: 'react',
  },
  flutter: { label: 'Flutter', under: 'cross-platform-apps, dart' },
  'field-data-apps': {
    label: 'Field data collection apps',
    also: 'odk, kobotoolbox, offline data collection, mobile data collection',
    under: 'mobile-development',
    near: 'data-collection, progressive-web-apps',
  },
  'app-store-publishing': {
    label: 'App store publishing',
    also: 'app store, play store, google play, f-droid, app release',
    under: 'mobile-development',
  },
  'push-notifications': {
    label: 'Push notifications and SMS',
    also: 'push notifications, sms gateway',
    under: 'mobile-development',
    cpv: '64216000, 72212510',
  },
};
