-- A chain for each onboarding, all of one length and hashed as journal_append hashes: the entries of one position after the other.
insert into evidence (chain, kind, media_type, sha256, size, body, at)
select id, 'PAGE_TEXT', 'text/plain', encode(sha256(convert_to('Page of ' || id, 'UTF8')), 'hex'), octet_length('Page of ' || id), convert_to('Page of ' || id, 'UTF8'), started_at
from filled order by i;

create unlogged table filling_chains as
select f.id, f.started_at, f.pace, f.i, e.id as evidence, e.sha256 from filled f join evidence e on e.chain = f.id;
alter table filling_chains add primary key (id);
analyze filling_chains;
