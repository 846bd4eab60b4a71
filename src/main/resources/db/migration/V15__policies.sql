-- Actions and pages of the portal, which own permission documents as blueprints do. Nothing of them is executed or
-- drawn: what the portal sent is kept as JSON text.

create table portal_objects (
  organization_id uuid not null,
  kind varchar(20) not null,
  identifier varchar(100) not null,
  document text not null,
  created_at timestamp(6) with time zone not null,
  created_by varchar(200) not null,
  updated_at timestamp(6) with time zone not null,
  updated_by varchar(200) not null,
  constraint portal_objects_pk primary key (organization_id, kind, identifier),
  constraint portal_objects_organization foreign key (organization_id) references organizations on delete cascade,
  constraint portal_objects_kind check (kind in ('action', 'page'))
);

alter table permission_documents drop constraint permission_documents_kind;
alter table permission_documents add constraint permission_documents_kind
  check (owner_kind in ('blueprint', 'action', 'page'));
