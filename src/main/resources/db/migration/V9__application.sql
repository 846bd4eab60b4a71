-- The clients that start sign-ins: portals, with the addresses to which they may send people.

create table applications (
  organization_id uuid not null,
  -- Made by us; it alone finds the application when a browser comes, and with it the organization.
  client_id varchar(64) not null,
  name varchar(100) not null,
  region varchar(2) not null,
  -- One URI a line, as registered: they are compared as strings. None holds a line break.
  redirect_uris text not null,
  login_uri varchar(2000),
  post_logout_redirect_uris text not null,
  origins text not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint applications_pk primary key (organization_id, client_id),
  constraint applications_client unique (client_id),
  constraint applications_organization foreign key (organization_id) references organizations on delete cascade,
  constraint applications_region check (region in ('eu', 'us'))
);
