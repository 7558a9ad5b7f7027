-- Mails that came; what stands in them is in the vault, under mails/<id>, until it is read or filed.
create table mails (
    id          text        primary key,
    mailbox     text        not null,
    -- the only TPP whose mail comes into this mailbox; null where it is that of several
    tpp         text,
    message_id  text        not null,
    sender      text        not null,
    subject     text        not null,
    received_at timestamptz not null,
    nature      text        not null,
    -- whether our mail server says that it is the bank's, and why
    proven      boolean     not null,
    proof       text        not null,
    state       text        not null,
    onboarding  text,
    -- how its onboarding was found
    found_by    text,
    -- the round of a leg that reads it
    leg         text,
    round       int,
    asked_at    timestamptz,
    -- a person says that it belongs to its onboarding
    vouched     boolean     not null default false,
    settled_by  text,
    note        text,
    -- it may end a leg's wait although a person has it
    decisive    boolean     not null default false,
    woken_at    timestamptz,
    -- whether the vault still holds it
    kept        boolean     not null default true,
    changed_at  timestamptz not null default now(),
    unique (mailbox, message_id)
);
create index mails_of_onboarding on mails (onboarding, state);
create index mails_by_message_id on mails (message_id);
create index mails_by_state on mails (state, received_at desc, id desc);
create index mails_newest on mails (received_at desc, id desc);
create index mails_kept on mails (changed_at) where kept;
create index mails_to_wake on mails (onboarding) where state = 'GIVEN' and woken_at is null;

-- How far each mailbox has been looked through (RFC 9051, section 2.3.1.1).
create table mailbox_looks (
    mailbox      text        primary key,
    uid_validity bigint      not null,
    last_uid     bigint      not null,
    looked_at    timestamptz not null default now()
);

-- Letters of ours; the row is there before the letter leaves.
create table sent_letters (
    message_id  text        primary key,
    onboarding  text        not null,
    leg         text        not null,
    round       int         not null,
    number      int         not null,
    kind        text        not null,
    mailbox     text        not null,
    recipient   text        not null,
    subject     text        not null,
    state       text        not null,
    intended_at timestamptz not null default now(),
    sent_at     timestamptz
);
create index sent_letters_of_leg on sent_letters (onboarding, leg, round, kind, number);

-- What we put into the subject of every letter of an onboarding.
create table mail_references (
    onboarding text        primary key,
    reference  text        not null unique,
    made_at    timestamptz not null default now()
);

-- What the bank calls our matter.
create table bank_references (
    onboarding text        not null,
    reference  text        not null,
    taken_at   timestamptz not null default now(),
    primary key (onboarding, reference)
);
create index bank_references_by_reference on bank_references (reference);
