create table onboardings (
    version bigint not null default 0,
    id               text        primary key,
    tpp              text        not null,
    bank             text        not null,
    -- what registers: the bank itself, or the hub or group that registers for it
    unit             text        not null,
    branch           text,
    -- the branch where branches register each, else empty
    branch_key       text        not null default '',
    environment      text        not null,
    environment_kind text        not null,
    application      text        not null,
    services         text[]      not null,
    -- those that the bank has rejected while the onboarding goes on with the others
    rejected         text[]      not null default '{}',
    route            text        not null,
    playbook_version text        not null,
    -- legs that alone are done by another version, each as leg=version
    leg_versions     text[]      not null default '{}',
    status           text        not null,
    on_hold          boolean     not null default false,
    -- how it stands under the hold
    held_status      text,
    start_at         timestamptz,
    -- the onboarding in another environment that it was made from
    made_from        text        references onboardings,
    waiting_for      text,
    note             text,
    registration     text        not null,
    started_by       text        not null,
    started_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    finished_at      timestamptz
);
create trigger onboardings_changed before update on onboardings for each row execute function count_change();
create unique index onboardings_one_at_a_time on onboardings (tpp, unit, branch_key, environment, application)
    where finished_at is null;
-- whether one of the same has ended before
create index onboardings_ended on onboardings (tpp, unit, branch_key, environment, application) where finished_at is not null;
create index onboardings_of_registration on onboardings (registration);
create index onboardings_newest on onboardings (started_at desc, id desc);
create index onboardings_under_way on onboardings (started_at desc, id desc) where finished_at is null;
create index onboardings_counted on onboardings (tpp, environment_kind, status) include (id);
create index onboardings_open_of_tpp on onboardings (tpp, id) include (bank) where finished_at is null;
create index onboardings_done on onboardings (finished_at) include (tpp, bank, started_at, start_at) where status = 'DONE';
create index onboardings_over on onboardings (finished_at, status) where finished_at is not null;
create index onboardings_of_bank on onboardings (bank, status);
create index onboardings_by_status on onboardings (status, started_at desc);

alter table legs add foreign key (onboarding) references onboardings;
alter table captures add foreign key (onboarding) references onboardings;
alter table proofs_by_leg add foreign key (onboarding) references onboardings;
alter table bank_answers add foreign key (onboarding) references onboardings;

-- What an onboarding has left at the bank that it no longer builds on, round by round.
create table left_at_bank (
    id         bigint generated always as identity primary key,
    onboarding text        not null references onboardings,
    leg        text        not null,
    round      int         not null,
    title      text        not null,
    how        text        not null,
    left_at    timestamptz not null default now(),
    cleared_at timestamptz,
    cleared_by text,
    note       text,
    -- whether it was done anew on a person's word, without a look, so that the bank may have two
    twice      boolean     not null default false
);

create unique index left_at_bank_once on left_at_bank (onboarding, leg, round) where not twice;
create index left_at_bank_of_onboarding on left_at_bank (onboarding);

-- What an onboarding waits for, or has taken from, elsewhere: at a hub, a group, a directory, or in another environment.
create table leanings (
    onboarding   text        not null references onboardings,
    leg          text        not null,
    unit         text        not null,
    environment  text        not null,
    -- the onboarding there that is waited for, or was
    awaited      text        references onboardings,
    -- whether a person has said that it may be begun there once more, after it had ended or was rejected
    may_begin    boolean     not null default false,
    -- the registration there whose result was taken, and how it stood when people last heard of it
    registration text,
    told         text,
    -- how the credentials there stood when what was taken was last compared with them
    followed     text,
    primary key (onboarding, leg)
);
create index leanings_awaited on leanings (awaited);
create index leanings_on_registration on leanings (registration);

-- Facts that a playbook asks for and that an operator has supplied once for all.
create table asked_facts (
    bank        text        not null,
    environment text        not null,
    -- empty where it is of the whole bank
    branch      text        not null default '',
    name        text        not null,
    value       text        not null,
    source      text,
    supplied_by text        not null,
    supplied_at timestamptz not null default now(),
    primary key (bank, environment, branch, name)
);

-- Whether a TPP wants machines to work a portal whose terms say nothing of them; a row without a decision is a question.
create table automation_consents (
    tpp        text        not null,
    portal     text        not null,
    given      boolean     not null default false,
    note       text,
    decided_by text,
    decided_at timestamptz,
    asked_at   timestamptz not null default now(),
    primary key (tpp, portal)
);
create trigger automation_consents_changed after insert or update or delete on automation_consents for each row execute function count_list_change('automation-consents');
