-- What has happened and somebody may wish to hear of. A row is written by the transaction in which it happens, so that there is one exactly where it has
-- happened; its position is given afterwards, in the order in which readers see it.
create table events (
    id          bigint      generated always as identity primary key,
    -- null until the transaction is over and events_place has seen it
    position    bigint      unique,
    -- what may be told only once
    once        text        not null unique,
    type        text        not null,
    at          timestamptz not null default now(),
    tpp         text,
    bank        text,
    environment text,
    -- what it is about: task, onboarding, registration, certificate, portal-account, token, campaign, mail, or another word
    about       text        not null,
    subject     text        not null,
    onboarding  text,
    leg         text,
    -- how the subject stands since
    state       text,
    -- what people call the subject; never a secret
    title       text,
    -- of an approval the person who has asked: that it was decided is mailed to nobody else, and that it is wanted to everybody else
    asker       text
);
create index events_unplaced on events (id) where position is null;
create index events_by_type on events (type, position);
create index events_by_age on events (at);

-- The last position that was given, and the last that the retention rule has erased. Whoever gives positions holds the row.
create table event_head (
    position bigint not null,
    erased   bigint not null
);
insert into event_head (position, erased) values (0, 0);

-- What is told by time and not by a change, so that it is told once even when the event is long erased.
create table events_told (
    once text        primary key,
    at   timestamptz not null
);
create index events_told_by_age on events_told (at);

-- This transaction, also where the numbers of transactions begin anew with a restored database.
create function event_transaction() returns text language sql as $$
    select pg_current_xact_id()::text || ' ' || extract(epoch from now())::text
$$;

-- Tells of something, once in a transaction for each subject: of several changes the last counts.
create function event_tell(what text, about text, subject text, of_tpp text, of_bank text, in_environment text, of_onboarding text, in_leg text, now_state text, called text)
    returns void language sql as $$
    insert into events (once, type, tpp, bank, environment, about, subject, onboarding, leg, state, title)
    values (what || ' ' || subject || ' ' || event_transaction(), what, of_tpp, of_bank, in_environment, about, subject, of_onboarding, in_leg, now_state, left(called, 300))
    on conflict (once) do update set state = excluded.state, leg = excluded.leg, title = excluded.title
$$;

-- Gives positions to what is committed, one transaction at a time, and the last position there is. A reader that has seen a position never finds a smaller one
-- later: a transaction that began early and ends late gets the position of its end.
create function events_place() returns bigint language plpgsql as $$
declare
    last bigint;
begin
    if exists (select from events where position is null) then
        select position into last from event_head for update;
        update events e set position = last + fresh.place
          from (select id, row_number() over (order by id) as place from (select id from events where position is null order by id limit 5000) as several) as fresh
         where e.id = fresh.id;
        update event_head set position = (select coalesce(max(position), last) from events where position > last);
    end if;
    return (select position from event_head);
end $$;

create function event_word(name text) returns text immutable parallel safe language sql
    return replace(lower(name), '_', '-');

create function event_of_task() returns trigger language plpgsql as $$
declare
    what text;
begin
    what := case when tg_op = 'INSERT' then 'task-opened' when new.state <> 'OPEN' then 'task-finished' else 'task-changed' end;
    perform event_tell(what, 'task', new.id, new.tpp, new.bank, new.environment, new.onboarding, new.leg, event_word(coalesce(new.outcome, new.state)), new.title);
    return null;
end $$;
create trigger event_of_new_task after insert on tasks for each row execute function event_of_task();
create trigger event_of_task after update on tasks for each row
    when ((old.state, old.assignee, old.due_at, old.follow_up_at, old.candidate_group) is distinct from (new.state, new.assignee, new.due_at, new.follow_up_at, new.candidate_group))
    execute function event_of_task();

-- What is noted about a task; that it was read or answered is no note.
create function event_of_note() returns trigger language plpgsql as $$
declare
    t record;
begin
    select * into t from tasks where id = new.task;
    perform event_tell('task-changed', 'task', t.id, t.tpp, t.bank, t.environment, t.onboarding, t.leg, event_word(coalesce(t.outcome, t.state)), t.title);
    return null;
end $$;
create trigger event_of_comment after insert on task_comments for each row execute function event_of_note();
create trigger event_of_talk after insert on task_contacts for each row execute function event_of_note();
create trigger event_of_attachment after insert on task_attachments for each row execute function event_of_note();

create function event_of_onboarding() returns trigger language plpgsql as $$
begin
    perform event_tell(case when new.finished_at is null then 'onboarding-moved' else 'onboarding-finished' end, 'onboarding', new.id, new.tpp, new.bank, new.environment,
        new.id, null, event_word(new.status), null);
    if new.status = 'FAILED' then
        perform event_tell('failed', 'onboarding', new.id, new.tpp, new.bank, new.environment, new.id, null, event_word(new.status), null);
    end if;
    return null;
end $$;
create trigger event_of_new_onboarding after insert on onboardings for each row execute function event_of_onboarding();
create trigger event_of_onboarding after update on onboardings for each row
    when ((old.status, old.on_hold, old.start_at, old.playbook_version, old.leg_versions, old.rejected)
        is distinct from (new.status, new.on_hold, new.start_at, new.playbook_version, new.leg_versions, new.rejected))
    execute function event_of_onboarding();

-- A look at what waits is no move: waiting legs are looked at often, and mostly nothing has changed.
create function event_of_leg() returns trigger language plpgsql as $$
declare
    o record;
begin
    select tpp, bank, environment, status into o from onboardings where id = new.onboarding;
    if new.state <> old.state and (new.state in ('DONE', 'SKIPPED', 'WITH_PERSON', 'REJECTED', 'STOPPED') or old.state = 'PENDING') then
        perform event_tell('onboarding-moved', 'onboarding', new.onboarding, o.tpp, o.bank, o.environment, new.onboarding, new.leg, event_word(o.status), null);
        if new.state = 'REJECTED' then
            perform event_tell('rejected', 'onboarding', new.onboarding, o.tpp, o.bank, o.environment, new.onboarding, new.leg, event_word(new.state), null);
        end if;
    end if;
    if new.promise_broken is not null and new.promise_broken is distinct from old.promise_broken then
        perform event_tell('wait-overrun', 'onboarding', new.onboarding, o.tpp, o.bank, o.environment, new.onboarding, new.leg, 'promise-broken', null);
    elsif new.escalated_at is not null and new.escalated_at is distinct from old.escalated_at then
        perform event_tell('wait-overrun', 'onboarding', new.onboarding, o.tpp, o.bank, o.environment, new.onboarding, new.leg, 'escalation', null);
    elsif new.asked_at is not null and new.asked_at is distinct from old.asked_at then
        perform event_tell('wait-overrun', 'onboarding', new.onboarding, o.tpp, o.bank, o.environment, new.onboarding, new.leg, 'overdue', null);
    end if;
    return null;
end $$;
create trigger event_of_leg after update on legs for each row
    when (old.state is distinct from new.state and (new.state in ('DONE', 'SKIPPED', 'WITH_PERSON', 'REJECTED', 'STOPPED') or old.state = 'PENDING')
        or (old.asked_at, old.escalated_at, old.promise_broken) is distinct from (new.asked_at, new.escalated_at, new.promise_broken))
    execute function event_of_leg();

create function event_of_registration() returns trigger language plpgsql as $$
begin
    perform event_tell('registration-changed', 'registration', new.id, new.tpp, new.bank, new.environment, new.onboarding, null, event_word(new.standing), null);
    if tg_op = 'UPDATE' and new.health = 'DEGRADED' and old.health <> 'DEGRADED' then
        perform event_tell('failed', 'registration', new.id, new.tpp, new.bank, new.environment, new.onboarding, null, event_word(new.health), null);
    end if;
    return null;
end $$;
create trigger event_of_new_registration after insert on registrations for each row execute function event_of_registration();
create trigger event_of_registration after update on registrations for each row
    when ((old.standing, old.health, old.granted, old.effective_from) is distinct from (new.standing, new.health, new.granted, new.effective_from))
    execute function event_of_registration();

create function event_of_proof() returns trigger language plpgsql as $$
declare
    r record;
begin
    select * into r from registrations where id = new.registration;
    perform event_tell('access-proven', 'registration', r.id, r.tpp, r.bank, r.environment, r.onboarding, null, event_word(r.standing), null);
    return null;
end $$;
create trigger event_of_proof after insert on access_proofs for each row execute function event_of_proof();

-- Which of how many calls a check of access is at, and what that is.
create function event_of_verification() returns trigger language plpgsql as $$
declare
    r record;
begin
    select tpp, bank, environment, onboarding into r from registrations where id = new.registration;
    perform event_tell('verification-moved', 'registration', new.registration, r.tpp, r.bank, r.environment, r.onboarding, null, event_word(new.state),
        case when new.doing is not null then new.at_step || ' of ' || new.steps || ': ' || new.doing end);
    return null;
end $$;
create trigger event_of_new_verification after insert on verifications for each row execute function event_of_verification();
create trigger event_of_verification after update on verifications for each row execute function event_of_verification();

create function event_of_credential() returns trigger language plpgsql as $$
declare
    r record;
begin
    select tpp, bank, environment, onboarding into r from registrations where id = new.registration;
    insert into events (once, type, tpp, bank, environment, about, subject, onboarding, state, title)
    values ('credential-changed ' || new.id || ' ' || event_transaction(), 'credential-changed', r.tpp, r.bank, r.environment, 'registration', new.registration, r.onboarding,
        event_word(new.state), new.name)
    on conflict (once) do update set state = excluded.state;
    return null;
end $$;
create trigger event_of_new_credential after insert on credentials for each row execute function event_of_credential();
create trigger event_of_credential after update on credentials for each row
    when ((old.state, old.expires_at, old.secret_name) is distinct from (new.state, new.expires_at, new.secret_name)) execute function event_of_credential();

-- Of what is rehearsed only the count is told.
create function event_of_rehearsal() returns trigger language plpgsql as $$
begin
    perform event_tell('rehearsal-moved', 'rehearsal', new.id, null, new.bank, null, null, null, event_word(new.state), case when new.legs > 0 then new.done || ' of ' || new.legs || ' legs' end);
    return null;
end $$;
create trigger event_of_new_rehearsal after insert on rehearsals for each row execute function event_of_rehearsal();
create trigger event_of_rehearsal after update on rehearsals for each row execute function event_of_rehearsal();

create function event_of_certificate() returns trigger language plpgsql as $$
begin
    perform event_tell('certificate-changed', 'certificate', new.id, new.tpp, new.bank, new.environment, null, null,
        case when new.retired_at is null then 'taken' else 'retired' end, new.label);
    return null;
end $$;
create trigger event_of_new_certificate after insert on certificates for each row execute function event_of_certificate();
create trigger event_of_certificate after update on certificates for each row
    when ((old.key_holder, old.retired_at) is distinct from (new.key_holder, new.retired_at)) execute function event_of_certificate();

create function event_of_campaign() returns trigger language plpgsql as $$
begin
    perform event_tell('campaign-moved', 'campaign', new.id, new.tpp, null, new.environment, null, null, event_word(new.state), new.name);
    return null;
end $$;
create trigger event_of_new_campaign after insert on campaigns for each row execute function event_of_campaign();
create trigger event_of_campaign after update on campaigns for each row when (old.state is distinct from new.state) execute function event_of_campaign();

create function event_of_campaign_item() returns trigger language plpgsql as $$
declare
    c record;
begin
    select tpp, name, state, environment into c from campaigns where id = new.campaign;
    perform event_tell('campaign-moved', 'campaign', new.campaign, c.tpp, split_part(new.bank, ':', 1), c.environment, new.onboarding, null, event_word(c.state), c.name);
    return null;
end $$;
create trigger event_of_campaign_item after update on campaign_items for each row when (old.state is distinct from new.state) execute function event_of_campaign_item();

-- The subject of a mail is not told: what banks write there is nobody's business but of those who read it.
create function event_of_mail() returns trigger language plpgsql as $$
declare
    o record;
begin
    select tpp, bank, environment into o from onboardings where id = new.onboarding;
    perform event_tell(case when tg_op = 'INSERT' then 'mail-arrived' else 'mail-changed' end, 'mail', new.id, coalesce(o.tpp, new.tpp), o.bank, o.environment, new.onboarding,
        new.leg, event_word(new.state), null);
    return null;
end $$;
create trigger event_of_new_mail after insert on mails for each row execute function event_of_mail();
create trigger event_of_mail after update on mails for each row
    when ((old.state, old.onboarding) is distinct from (new.state, new.onboarding)) execute function event_of_mail();

create function event_of_approval() returns trigger language plpgsql as $$
begin
    insert into events (once, type, tpp, about, subject, state, title, asker)
    values (case when tg_op = 'INSERT' then 'approval-wanted ' else 'approval-decided ' end || new.id || ' ' || event_transaction(),
        case when tg_op = 'INSERT' then 'approval-wanted' else 'approval-decided' end, new.tpp, 'approval', new.id, event_word(new.state), left(new.title, 300), new.requested_for)
    on conflict (once) do update set state = excluded.state;
    return null;
end $$;
do $$ begin
    if to_regclass('approvals') is not null then
        create trigger event_of_new_approval after insert on approvals for each row execute function event_of_approval();
        -- what whoever has asked does with it themselves they need not be told
        create trigger event_of_approval after update on approvals for each row
            when (old.state is distinct from new.state and new.state in ('APPROVED', 'DECLINED', 'EXPIRED', 'VOID')) execute function event_of_approval();
    end if;
end $$;
