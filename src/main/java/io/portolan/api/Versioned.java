package io.portolan.api;

/** What two may change at the same time, and of which the database counts the changes; the last are lists of a TPP. */
enum Versioned { TASK, USER, CAMPAIGN, ONBOARDING, REGISTRATION, TOKEN, PORTAL_ACCOUNT, CERTIFICATE_CHOICES, AUTOMATION_CONSENTS }
