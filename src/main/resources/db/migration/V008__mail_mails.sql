create table mails (
    mailbox     text        not null,
    message_id  text        not null,
    tpp         text        not null,
    sender      text        not null,
    received_at timestamptz not null,
    onboarding  text        not null,
    leg         text        not null,
    round       int         not null,
    taken_at    timestamptz not null default now(),
    primary key (mailbox, message_id)
);
create index mails_onboarding on mails (onboarding, leg);
comment on table mails is 'Mails that were taken for a leg of an onboarding; each serves one round of one leg only';
