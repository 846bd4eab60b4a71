-- What happened, by whom, through which request. Rows are only ever added.

create table audit_entries (
  organization_id uuid not null,
  entry_id uuid not null,
  at timestamp(6) with time zone not null,
  actor_kind varchar(20) not null,
  actor_id varchar(200) not null,
  trace_id varchar(32) not null,
  action varchar(40) not null,
  resource_type varchar(40) not null,
  resource_id varchar(1000) not null,
  -- JSON: what was so before and what is so after, as far as the change concerns it.
  before_change text,
  after_change text,
  constraint audit_entries_pk primary key (organization_id, entry_id),
  constraint audit_entries_organization foreign key (organization_id) references organizations on delete cascade
);

create index audit_entries_trace on audit_entries (organization_id, trace_id);

-- How each SCIM request and each sign-in ended, refusals included; bodies, tokens and query values are never kept.
create table request_records (
  organization_id uuid not null,
  record_id uuid not null,
  at timestamp(6) with time zone not null,
  trace_id varchar(32) not null,
  kind varchar(20) not null,
  connection_id uuid,
  method varchar(10) not null,
  target varchar(300) not null,
  status integer not null,
  detail varchar(500),
  duration_micros bigint not null,
  constraint request_records_pk primary key (organization_id, record_id),
  constraint request_records_organization foreign key (organization_id) references organizations on delete cascade
);

create index request_records_trace on request_records (organization_id, trace_id);
