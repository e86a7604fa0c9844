import type { Entries } from '../skill.ts';

/** Keeping people and their data safe. */
export const security: Entries = {
  'security-privacy': {
    label: 'Security and privacy',
    also: 'security, seguridad, sécurité',
    cpv: '72212730, 79417000',
  },
  'information-security': {
    label: 'Information security',
    also: 'infosec, cyber security, it security, ciberseguridad, cybersécurité',
    under: 'security-privacy',
    cpv: '72212732, 72246000',
  },
  'application-security': {
    label: 'Application security',
    also: 'appsec, secure coding, owasp, secure development, code security review',
    under: 'information-security',
  },
  'penetration-testing': {
    label: 'Penetration testing',
    also: "pentest, pen test, pentesting, ethical hacking, pruebas de penetración, test d'intrusion, vulnerability assessment",
    under: 'information-security',
    cpv: '72820000, 72810000',
  },
  'security-audit': {
    label: 'Security audit',
    also: 'security review, it audit, auditoría de seguridad, threat modelling, risk assessment',
    under: 'information-security',
    cpv: '72810000',
  },
  'incident-response': {
    label: 'Incident response',
    also: 'forensics, breach response, security incident, hacked website',
    under: 'information-security',
  },
  'security-operations': {
    label: 'Hardening and security operations',
    also: 'server hardening, siem, intrusion detection, patch management, security monitoring',
    under: 'information-security',
    near: 'linux-administration',
  },
  'information-security-management': {
    label: 'Security management systems',
    also: 'isms, iso 27001 preparation, cyber essentials preparation, ens compliance, nis2, security policy',
    under: 'information-security',
    cpv: '72212170, 79410000',
  },
  'digital-safety': {
    label: 'Digital safety for activists',
    also: 'holistic security, digital security training, activist security, journalist security, digital self-defence, autodefensa digital',
    under: 'information-security',
    near: 'digital-skills-training',
  },
  cryptography: {
    label: 'Cryptography',
    also: 'encryption, end-to-end encryption, e2ee, zero knowledge, pgp, tls certificates',
    under: 'information-security',
  },
  identity: {
    label: 'Identity and access',
    also: 'single sign-on, sso, identity management, iam, oauth, oidc, openid connect, saml, ldap, keycloak, authentication, two-factor authentication',
    under: 'information-security',
    near: 'systems-integration',
  },
  'electronic-id': {
    label: 'Electronic ID and signatures',
    also: 'eidas, electronic signature, digital signature, e-signature, verifiable credentials, firma electrónica, franceconnect',
    under: 'identity',
  },
  'data-protection': {
    label: 'Data protection',
    also: 'gdpr, rgpd, dsgvo, data privacy, privacy compliance, protección de datos, protection des données, datenschutz, lopd',
    under: 'security-privacy',
    cpv: '79417000, 79140000',
  },
  'privacy-impact': {
    label: 'Data protection impact assessment',
    also: 'dpia, privacy impact assessment, pia, evaluación de impacto',
    under: 'data-protection',
  },
  'dpo-service': {
    label: 'Data protection officer service',
    also: 'dpo, data protection officer, delegado de protección de datos, external dpo',
    under: 'data-protection',
  },
  'privacy-engineering': {
    label: 'Privacy engineering',
    also: 'privacy by design, anonymisation, anonymization, pseudonymisation, differential privacy, cookie consent, consent management',
    under: 'data-protection',
    near: 'application-security',
  },
  'digital-law': {
    label: 'Digital law and licences',
    also: 'software licensing, open source licences, copyright advice, terms of service, legal advice on it',
    under: 'security-privacy',
    near: 'open-source-strategy',
    cpv: '79111000, 79121100',
  },
  safeguarding: {
    label: 'Online safeguarding',
    also: 'safeguarding, child safety online, trust and safety, content moderation',
    under: 'security-privacy',
    near: 'community-management',
  },
};
