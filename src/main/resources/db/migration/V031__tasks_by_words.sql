-- The words by which the list of tasks is narrowed, and the ids as they are.
alter table tasks add column words tsvector not null generated always as (
    search_words(title || ' ' || bank || ' ' || tpp || ' ' || environment || ' ' || question) || search_words(instructions) || array_to_tsvector(array[lower(id), lower(onboarding)])) stored;
create index tasks_open_by_words on tasks using gin (words) with (gin_pending_list_limit = 256) where state = 'OPEN';
