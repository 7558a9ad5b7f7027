-- The queue of legs: each row is one leg of one onboarding, from before it is reached until after it is done.
create table legs (
    onboarding     text        not null,
    leg            text        not null,
    ordinal        int         not null,
    -- by which banks compare
    stage          text        not null,
    means          text        not null,
    portal_account text,
    state          text        not null,
    since          timestamptz not null default now(),
    round          int         not null default 1,
    round_since    timestamptz not null default now(),
    -- when this round was first acted on, and when it was done
    begun_at       timestamptz,
    done_at        timestamptz,
    -- not asked of this onboarding, in whichever round
    skipped        boolean     not null default false,
    -- done, and passed by without an act where the onboarding comes to it again, until it is begun anew
    stands         boolean     not null default false,
    -- nobody takes it from the queue as long as its onboarding is on hold
    on_hold        boolean     not null default false,
    -- an earlier onboarding may have left at the bank what this leg would make
    looks_first    boolean     not null default false,
    -- the account at the portal that this leg is about was there before
    account_found  boolean     not null default false,
    runs           int         not null default 0,
    faults         int         not null default 0,
    worked_ms      bigint      not null default 0,
    -- the place in the engine that waits for this leg
    handle         text,
    -- when it may be taken from the queue; null while it is not in it
    due            timestamptz,
    -- who acts on it, and until when that is believed
    holder         text,
    until          timestamptz,
    -- what cannot be taken back: what was intended, and whether it has happened
    intent         text,
    intended_at    timestamptz,
    happened_at    timestamptz,
    -- the bank's answer to what was intended lies whole in the vault
    answer_held    boolean     not null default false,
    -- what the last run brought; it is settled when the engine has gone on
    result         text,
    result_reason  text,
    result_text    text,
    result_detail  text,
    result_at      timestamptz,
    settled        boolean     not null default true,
    evidence       bigint[]    not null default '{}',
    waiting_for    text,
    waiting_since  timestamptz,
    reminded_at    timestamptz,
    look_again_at  timestamptz,
    -- when a person was last asked, and told to talk to the bank, while it waits
    asked_at       timestamptz,
    escalated_at   timestamptz,
    -- the due date of a reminder that is being sent, and how many were
    reminding      timestamptz,
    reminders      int         not null default 0,
    -- what the bank has said of its progress
    promised_by    timestamptz,
    -- what it had said before, which is over, and of which people were told
    promise_broken timestamptz,
    reference      text,
    -- what a person has said while it waits, for its next act
    word           text,
    word_note      text,
    -- who answered what the last run asked by letting it try again; until the next run has brought something
    sent_back_by   text,
    primary key (onboarding, leg)
);
create index legs_in_queue on legs (due) where due is not null and holder is null;
create index legs_held on legs (until) where holder is not null;
-- Where onboardings are now, what waits longest, and how long legs took, for an overview.
create index legs_reached on legs (onboarding) include (stage, state, since, begun_at, waiting_since) where state in ('READY', 'RUNNING', 'WAITING', 'WITH_PERSON', 'REJECTED');
create index legs_waiting on legs (waiting_since) where waiting_since is not null and state in ('READY', 'RUNNING', 'WAITING');
create index legs_promised on legs (coalesce(promise_broken, promised_by)) include (onboarding, promise_broken, promised_by) where waiting_since is not null and state in ('READY', 'RUNNING', 'WAITING');
create index legs_passed on legs (onboarding) include (stage, begun_at, done_at) where state = 'DONE';
create index legs_done on legs (done_at) where done_at is not null;
create index legs_unsettled on legs (result_at) where not settled;
-- One run at a time for each portal account, across all nodes.
create unique index legs_one_run_per_portal_account on legs (portal_account)
    where holder is not null and portal_account is not null;
create index legs_with_portal_account on legs (portal_account) where portal_account is not null;

-- Runs whose leg was taken away from them while they work with a portal account, which is theirs until they end or their lease does.
create table left_runs (
    holder         text        primary key,
    portal_account text        not null,
    until          timestamptz not null
);
create index left_runs_with_portal_account on left_runs (portal_account);
create view portal_accounts_at_work as
    select portal_account from legs where holder is not null and portal_account is not null
    union all select portal_account from left_runs where until > now();

-- What legs have brought back; a secret is only named here.
create table captures (
    onboarding  text        not null,
    leg         text        not null,
    round       int         not null,
    name        text        not null,
    service     text        not null default '',
    value       text,
    secret_name text,
    expires_at  timestamptz,
    captured_at timestamptz not null default now(),
    primary key (onboarding, leg, round, name, service),
    check ((value is null) <> (secret_name is null))
);

create table proofs_by_leg (
    onboarding text        not null,
    leg        text        not null,
    service    text        not null default '',
    level      text        not null,
    controlled boolean     not null,
    proven_at  timestamptz not null default now(),
    primary key (onboarding, leg, service)
);

-- What banks have said; an answer is kept first and read by the next look.
create table bank_answers (
    id             bigint generated always as identity primary key,
    onboarding     text        not null,
    kind           text        not null,
    services       text[]      not null default '{}',
    note           text,
    reference      text,
    expected_by    timestamptz,
    effective_from timestamptz,
    said_at        timestamptz not null default now(),
    said_by        text        not null,
    -- the leg that it is for, where two wait side by side
    leg            text,
    read_at        timestamptz,
    read_by_leg    text
);
create index bank_answers_of_onboarding on bank_answers (onboarding, id);
create index bank_answers_unread on bank_answers (onboarding) where read_at is null;
