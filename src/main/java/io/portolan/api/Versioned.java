package io.portolan.api;

/** What two may change at the same time, and of which the database counts the changes. */
enum Versioned { TASK, USER, CAMPAIGN, ONBOARDING, REGISTRATION }
