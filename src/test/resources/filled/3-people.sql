-- What people have to do, and who they are.
insert into users (name, password, roles, created_at)
select (array['ada', 'ben', 'cleo', 'dora', 'emil', 'fay', 'gus', 'hana'])[1 + k % 8] || '-' || k, 'nobody signs in by this', (array['{VIEWER}', '{OPERATOR}', '{APPROVER}', '{AUDITOR}'])[1 + k % 4]::text[],
       now() - make_interval(days => k) from generate_series(1, ${users}) k;
insert into task_group_members (name, member) select 'operations', 'user:' || name from users union select 'legal', 'user:admin' union select 'operations', 'user:admin' on conflict do nothing;

create unlogged table filling_tasks as
select row_number() over (order by hashtext(id || n)) as t, f.*, n, random() as person, random() as urgency
from filled f cross join lateral generate_series(1, case when status = 'WAITING_FOR_US' then 1 + (luck < 0.9)::int when status in ('WAITING_FOR_BANK', 'WAITING_FOR_OTHER') then 1 else 0 end) n;

insert into tasks (id, onboarding, leg, kind, reason, tpp, bank, environment, environment_kind, title, question, instructions, state, candidate_group, assignee, created_at, due_at, follow_up_at)
select md5('task ' || t)::uuid::text, f.id, l.leg, case when f.status = 'WAITING_FOR_US' and n = 1 then 'LEG' when f.status = 'WAITING_FOR_US' then 'NOTICE' else 'WAIT' end,
       case when f.status = 'WAITING_FOR_US' and n = 1 then 'PAGE_CHANGED' end, f.tpp, f.bank, f.environment, f.kind, initcap(replace(l.leg, '-', ' ')),
       (array['The portal asks for a confirmation that only a person can give.', 'The page has changed, and its button was not found.', 'The bank has asked for a document.',
              'Nobody at the bank has answered; call them.', 'A code was sent to the telephone of the owner.'])[1 + (t % 5)::int],
       'Sign in with the account of the TPP, open the application, and do what the page asks. Write down the reference that the bank shows, and hand it in here.',
       'OPEN', (array['operations', 'operations', 'operations', 'legal', 'security', 'certificates'])[1 + floor(6 * power(person, 1.3))::int],
       case when person < 0.02 then 'user:admin' when person < 0.3 then 'user:ada-' || (8 * (1 + (t % 6))) end,
       now() - make_interval(secs => 86400 * 60 * urgency), case when urgency < 0.9 then now() + make_interval(secs => 86400 * (60 * urgency * person - 8)) end,
       case when urgency > 0.5 and urgency < 0.53 then now() + interval '5 days' end
from filling_tasks f join filling_legs l on l.way = f.way and l.ordinal = f.at_leg where t <= ${tasks};

insert into tasks (id, onboarding, leg, kind, tpp, bank, environment, environment_kind, title, question, state, candidate_group, assignee, created_at, due_at, completed_at, completed_by, outcome)
select md5('task done ' || i)::uuid::text, f.id, l.leg, 'LEG', f.tpp, f.bank, f.environment, f.kind, initcap(replace(l.leg, '-', ' ')), 'The page has changed, and its button was not found.', 'COMPLETED', 'operations', 'user:admin',
       f.started_at, f.started_at + interval '4 days', f.started_at + interval '2 days', 'user:admin', 'DONE'
from filled f join filling_legs l on l.way = f.way and l.ordinal = 1 where f.at_leg > 1;

insert into task_events (task, at, actor, what, detail) select id, created_at, 'portolan', 'opened', null from tasks where state = 'OPEN';

insert into campaigns (id, name, tpp, environment, services, starts_per_hour, at_once, state, created_by, created_at, changed_at)
select md5('campaign ' || k)::uuid::text, 'Wave ' || k || ' of ' || (array['spring', 'summer', 'autumn', 'winter'])[1 + k % 4], 'tpp-' || lpad((1 + k % ${tpps})::text, 2, '0'), 'live', '{AIS}', 20, 10,
       'ALL_BEGUN', 'user:admin', now() - make_interval(days => k), now() - make_interval(days => k) from generate_series(1, ${campaigns}) k;
insert into campaign_items (campaign, bank, environment, state, onboarding, started_at, changed_at)
select distinct on (campaign, f.bank) md5('campaign ' || (1 + f.i % ${campaigns}))::uuid::text as campaign, f.bank, f.environment, 'STARTED', f.id, f.started_at, f.started_at
from filled f where f.i <= ${onboardings} / 5;

insert into mails (id, mailbox, message_id, sender, subject, received_at, nature, proven, proof, state, onboarding, found_by, kept, woken_at)
select md5('mail ' || i)::uuid::text, 'demo', '<' || i || '@bank.example>', 'support@' || bank || '.example',
       (array['Your application was received', 'Re: access to our API', 'Please confirm your e-mail address', 'We need one more document', 'Your access was approved'])[1 + i % 5] || ' [P-' || i || ']',
       started_at + interval '3 days', 'LETTER', true, 'dkim', case when luck < 0.005 then 'HOMELESS' else 'READ' end, case when luck >= 0.005 then id end, 'reference', false, started_at
from filled where place > 0.4;

insert into left_at_bank (onboarding, leg, round, title, how) select id, 'create-application', 1, 'An application', 'Delete it at the portal.' from filled where status = 'WITHDRAWN' and luck < 0.3;
