-- What each sign-in brought, refused ones included. Rows are only ever added; token texts are never kept.

create table sign_ins (
  organization_id uuid not null,
  sign_in_id uuid not null,
  connection_id uuid not null,
  at timestamp(6) with time zone not null,
  trace_id varchar(32) not null,
  -- Null where the token did not tell who it is, or nobody is known by it.
  user_id uuid,
  subject varchar(256),
  email varchar(320),
  -- The e-mail in lower case, to look for; a few characters become two.
  email_key varchar(700),
  created boolean not null,
  -- `accepted`, or the reason code of a refusal.
  outcome varchar(40) not null,
  explanation varchar(500),
  claim_verdict varchar(10),
  claim_source varchar(10),
  held_because varchar(500),
  -- JSON: names and teams, at most a hundred of each kind, with how many there were; warnings.
  brought text not null,
  constraint sign_ins_pk primary key (organization_id, sign_in_id),
  constraint sign_ins_organization foreign key (organization_id) references organizations on delete cascade
);

create index sign_ins_by_time on sign_ins (organization_id, connection_id, at, sign_in_id);
