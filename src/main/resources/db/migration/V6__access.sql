-- Who may do what: rules that turn groups into roles, and every version of every permission document.

create table group_rules (
  organization_id uuid not null,
  identifier varchar(100) not null,
  title varchar(100) not null,
  -- JSON list of connection ids: a renamed connection keeps its rules, a namesake never gets them.
  connections text not null,
  filter_type varchar(20) not null,
  -- 256 code points, each of which H2 may count as two.
  filter_value varchar(512) not null,
  except_type varchar(20),
  except_value varchar(512),
  role varchar(20) not null,
  -- JSON list of blueprint identifiers, for a Moderator.
  blueprints text not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint group_rules_pk primary key (organization_id, identifier),
  constraint group_rules_organization foreign key (organization_id) references organizations on delete cascade,
  constraint group_rules_role check (role in ('Admin', 'Moderator', 'Member'))
);

-- The document in force is the one of the highest version; an owner without any has the default document, which is
-- computed and never stored. Rows are only ever added: two writers of one version collide on the key.
create table permission_documents (
  organization_id uuid not null,
  owner_kind varchar(20) not null,
  owner_identifier varchar(100) not null,
  version bigint not null,
  -- JSON: the whole document, each team as it was sent and the identifier that it was bound to.
  document text not null,
  changed_at timestamp(6) with time zone not null,
  actor_kind varchar(20) not null,
  actor_id varchar(200) not null,
  trace_id varchar(32) not null,
  constraint permission_documents_pk primary key (organization_id, owner_kind, owner_identifier, version),
  constraint permission_documents_organization foreign key (organization_id)
    references organizations on delete cascade,
  constraint permission_documents_kind check (owner_kind in ('blueprint'))
);
