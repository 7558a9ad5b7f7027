-- The entries of one position of every chain.
create unlogged table filling_entries as
select c.id, c.started_at + make_interval(secs => 3600 * c.pace * ${position} + c.i % 1000) as at,
       case when ${position} in (1, 6) then 'user:' || case when c.i % 3 = 0 then 'admin' else 'ada-' || (8 * (1 + c.i % 6)) end else 'portolan' end as actor,
       (array['onboarding-started', 'pre-flight-passed', 'leg-began', 'leg-done', 'leg-waits', 'bank-answered', 'leg-began', 'task-opened', 'leg-done', 'leg-began'])[1 + (${position} - 1) % 10] as name,
       case when ${position} > 2 then 'create-application' end as leg, case when ${position} > 2 then 'portal' end as means,
       (array['Begun for the application customer-' || c.i, 'Nothing is missing', 'Signs in and looks for the application', 'The application was created', 'The desk looks through it',
              'Acknowledged, reference REF-' || c.i, 'Looks again', 'A person is needed: the page has changed', 'Done, as the page shows', 'Goes on'])[1 + (${position} - 1) % 10] as detail,
       case when ${position} = 4 then array[c.evidence] else '{}'::bigint[] end as evidence,
       case when ${position} = 4 then journal_field('1') || journal_field(c.evidence::text) || journal_field(c.sha256) else journal_field('0') end as shown, coalesce(p.hash, '') as previous
from filling_chains c left join journal_entries p on p.chain = c.id and p.position = ${position} - 1;

insert into journal_entries (chain, position, at, actor, name, leg, means, detail, evidence, hash)
select id, ${position}, at, actor, name, leg, means, detail, evidence,
       journal_sha256(journal_field(previous) || journal_field('${position}') || journal_field(journal_micros(at)) || journal_field(id) || journal_field(actor) || journal_field(name)
           || journal_field(leg) || journal_field(means) || journal_field(detail) || shown)
from filling_entries order by at;

drop table filling_entries;
