-- The audit log is read by time, by what it is about and in the order of its seals.

-- Of an entity the blueprint that it is of, of a blueprint or its permissions that blueprint.
alter table audit_entries add column blueprint varchar(100);
-- The beginning of `resource_id`, short enough for an index.
alter table audit_entries add column resource_key varchar(100);
-- JSON: how many elements each list has of which the entry shows the first; the others lie in `audit_parts`.
alter table audit_entries add column listed text;
-- How many rows of `audit_parts` belong to the entry.
alter table audit_entries add column parts integer default 0 not null;
-- The seal, null until the sealer comes by: the place in the organization's chain, from 1 without a gap, and the SHA-256
-- over the place before, the place and the entry.
alter table audit_entries add column sequence bigint;
alter table audit_entries add column hash varchar(64);

update audit_entries set resource_key = substring(resource_id from 1 for 100);
alter table audit_entries alter column resource_key set not null;
update audit_entries set blueprint = resource_key
where resource_type in ('blueprint', 'blueprint-permissions');

alter table audit_entries add constraint audit_entries_sequence unique (organization_id, sequence);
create index audit_entries_by_time on audit_entries (organization_id, at desc, entry_id desc);
create index audit_entries_by_resource on audit_entries (organization_id, resource_key, at desc, entry_id desc);

-- Long lists of an entry, a thousand elements a row.
create table audit_parts (
  organization_id uuid not null,
  entry_id uuid not null,
  part integer not null,
  -- Which list: `before.` or `after.` and its key.
  list_name varchar(200) not null,
  -- JSON: an array.
  content text not null,
  constraint audit_parts_pk primary key (organization_id, entry_id, part),
  constraint audit_parts_entry foreign key (organization_id, entry_id) references audit_entries on delete cascade
);

-- The last seal of each organization. Whoever seals holds its lock.
create table audit_heads (
  organization_id uuid not null,
  sequence bigint not null,
  hash varchar(64) not null,
  constraint audit_heads_pk primary key (organization_id),
  constraint audit_heads_organization foreign key (organization_id) references organizations on delete cascade
);

create index request_records_by_time on request_records (organization_id, at desc, record_id desc);
create index sign_ins_of_organization on sign_ins (organization_id, at desc, sign_in_id desc);
create index sign_ins_by_user on sign_ins (organization_id, user_id, at);
